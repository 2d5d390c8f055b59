import type { Found, Search } from '../../shared/search/model.ts'
import type { TestApp } from '../support.ts'

/** Looks for words as the screen does, in everything. */
export const seek = (
  { get }: Pick<TestApp, 'get'>,
  words: string,
  narrowed: Partial<Search> = {},
): Promise<Found> => get('search.find', { words, kinds: [], states: [], after: null, ...narrowed })

/** Reads on until nothing waits any more. */
export async function readAll({ get }: Pick<TestApp, 'get'>): Promise<void> {
  while ((await get('search.keepUp', {})).behind > 0);
}

import { Done } from '../../shared/case/clockModel.ts'

/** What can be noted as done, and of which brief. */
export interface Noted {
  readonly what: Done
  readonly about: string | null
}

/** What an address says is to be noted, or `null`. */
export function doneIn(item: string | null): Noted | null {
  const [, word, about = null] = /^([a-z-]+?)(?:-([\da-f-]{36}))?$/.exec(item ?? '') ?? []
  const what = Done.safeParse(word)
  return what.success ? { what: what.data, about } : null
}

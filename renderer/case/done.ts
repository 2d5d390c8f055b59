import { Done } from '../../shared/case/clockModel.ts'
import type { Due, DueKind } from '../../shared/case/due.ts'

/** What can be noted as done, and of which brief. */
export interface Noted {
  readonly what: Done
  readonly about: string | null
}

const settles: Readonly<Partial<Record<DueKind, Done>>> = {
  contact: 'contacted',
  'minimal-review': 'basis-written',
  'case-review': 'case-reviewed',
  'follow-up': 'followed-up',
}

/** What settles a due thing when a person notes it; `null` when it is settled by doing it elsewhere. */
export function doneFor({ kind, item }: Due): Noted | null {
  const what = settles[kind]
  return what ? { what, about: item === '' ? null : item } : null
}

/** What an address says is to be noted, or `null`. */
export function doneIn(item: string | null): Noted | null {
  const [, word, about = null] = /^([a-z-]+?)(?:-([\da-f-]{36}))?$/.exec(item ?? '') ?? []
  const what = Done.safeParse(word)
  return what.success ? { what: what.data, about } : null
}

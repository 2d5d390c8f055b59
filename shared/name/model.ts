import { CaseCode, CaseState } from '../case/model.ts'
import { CaseId, PersonId } from '../model.ts'
import { z } from '../zod.ts'

/**
 * Why an identity was found, the most telling first: the same name, the same number of a document, the same telephone or
 * e-mail address, a name that sounds the same, several words of it, one word of it.
 */
export const How = z.enum(['same', 'document', 'contact', 'sounds', 'words', 'part'])
export type How = z.infer<typeof How>

/** Somebody who may be the one that is sought: codes, and never a name. */
export const NameMatch = z.strictObject({
  caseId: CaseId,
  code: CaseCode,
  state: CaseState,
  personId: PersonId,
  label: z.string(),
  how: How,
})
export type NameMatch = z.infer<typeof NameMatch>

/** So many are shown; how many there are is told. */
export const mostMatches = 100

/** What looking for somebody found, among the identities that whoever asked may reveal, and no others. */
export const Looked = z.strictObject({
  matches: z.array(NameMatch),
  found: z.int(),
  compared: z.int(),
  /** Identities that did not open: their rows are damaged. */
  unread: z.int(),
  /** Whether it was stopped before all were compared. */
  stopped: z.boolean(),
})
export type Looked = z.infer<typeof Looked>

import { CaseId, Instant, Line, Note, OfficerId, PersonId } from '../model.ts'
import { z } from '../zod.ts'

/** What only named people read: a case, or the identity of one person of a case. */
export const Subject = z.strictObject({ caseId: CaseId, personId: PersonId.nullable() })
export type Subject = z.infer<typeof Subject>

/** That a case or an identity is for named people, and for whom. */
export const Limit = z.strictObject({
  /** The case's id, or the person's. */
  id: z.uuid(),
  about: z.enum(['case', 'identity']),
  caseId: CaseId,
  /** The code of the case: what everybody of the vault may know of it. */
  code: z.string(),
  named: z.array(OfficerId).min(1),
  /** Role code of whoever limited it. */
  by: z.string(),
  since: Instant,
})
export type Limit = z.infer<typeof Limit>

/** What takes two of the named: naming somebody more, or letting everybody of the vault read again. */
export const Wish = z.enum(['admit', 'lift'])
export type Wish = z.infer<typeof Wish>

/** One step of a decision that takes two. Added, never changed. */
export const AccessStep = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  /** Set when it is about an identity. */
  personId: PersonId.nullable(),
  what: Wish,
  kind: z.enum(['asked', 'agreed', 'declined']),
  /** Who would be named; `null` when it is lifted for everybody. */
  officerId: OfficerId.nullable(),
  /** The asking this answers; `null` for an asking. */
  request: z.uuid().nullable(),
  words: Note.min(1),
  by: z.string(),
  /** Whether whoever asked also agreed, because nobody else is named. */
  sole: z.boolean(),
  at: Instant,
})
export type AccessStep = z.infer<typeof AccessStep>

/** Why something is limited, or somebody removed. Kept for ever. */
export const AccessReason = Line.min(4)

/** Somebody of the vault, as far as reading one case or identity goes. */
export const Reader = z.object({
  officerId: OfficerId,
  role: z.string(),
  isYou: z.boolean(),
  named: z.boolean(),
  /** Whether they can be named: they read cases, and have opened this vault since it can lock things for them. */
  canBeNamed: z.boolean(),
})
export type Reader = z.infer<typeof Reader>

/** A decision that waits for a second of the named. */
export const WaitingStep = z.object({
  id: z.uuid(),
  caseId: CaseId,
  personId: PersonId.nullable(),
  /** The code of the case. */
  code: z.string(),
  /** The label of the person whose identity it is about, "P1". */
  label: z.string().nullable(),
  what: Wish,
  /** Role code of who would be named. */
  role: z.string().nullable(),
  words: z.string(),
  by: z.string(),
  at: Instant,
  /** Whether whoever is at the desk asked. */
  isYours: z.boolean(),
  /** Whether whoever is at the desk may agree: somebody else asked, or nobody else is named. */
  mayAgree: z.boolean(),
})
export type WaitingStep = z.infer<typeof WaitingStep>

/** Who may read one case or identity. */
export const Access = z.object({
  /** Since when it is for named people; `null` when it is for everybody of the vault who reads cases. */
  since: Instant.nullable(),
  by: z.string().nullable(),
  people: z.array(Reader),
  /** Whether lost keys could be made again from shares: then one named person is enough. */
  hasShares: z.boolean(),
  waiting: z.array(WaitingStep),
})
export type Access = z.infer<typeof Access>

/** Which cases are for named people: those whoever is at the desk reads, and the codes of those they do not. */
export const AccessOverview = z.object({
  yours: z.array(CaseId),
  hidden: z.array(z.string()),
})
export type AccessOverview = z.infer<typeof AccessOverview>

import { CaseId, ConsentTalkId, Day, Instant, Line, Note, PersonId, answered, text } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { ConsentDraft, ReviewTrigger } from './model.ts'

/** Whether the person was able to decide. */
export const Capacity = z.enum(['adult', 'minor_with_guardian', 'supported_decision', 'doubtful'])
export type Capacity = z.infer<typeof Capacity>

/** What a person must have been told to be able to decide. The order is the order of the screen. */
export const Told = z.enum([
  'purposes',
  'recipients',
  'identity_levels',
  'benefits',
  'limits',
  'risks',
  'right_to_refuse',
  'how_to_withdraw',
  'limits_of_withdrawal',
  'limits_of_confidentiality',
])
export type Told = z.infer<typeof Told>

/** One conversation about consent, as it is written down. What was not ticked was not told. */
export const TalkDraft = z.strictObject({
  personId: PersonId,
  /** The day of the talk. */
  heldOn: Day,
  /** Role code of the officer who asked. */
  askedBy: Line,
  givenBy: answered(coded('givenBy')),
  capacity: answered(Capacity),
  capacityNote: Note,
  /** Only for a child with a guardian: whether the guardian may be among those who do the harm. */
  guardianMayHarm: answered(z.boolean()),
  /** In what capacity somebody else answered, and what shows it. */
  representation: Note,
  language: answered(coded('language')),
  /** Whether it was a language the person understands well, in plain words. */
  understood: answered(z.boolean()),
  interpreter: answered(z.boolean()),
  /** A neutral code, never a name; empty without an interpreter. */
  interpreterCode: text(40),
  readBack: answered(z.boolean()),
  privatePlace: answered(z.boolean()),
  /** Who else was present, by code or role. */
  othersPresent: Note,
  told: z.array(Told),
  /** How the person can take it back: to whom, through which channel. */
  withdrawHow: Note,
  form: answered(coded('form')),
  /** Why nothing was written; a paper can itself be dangerous. */
  whyNotWritten: Note,
  /** How we know: the paper, or the statement of the officer who heard it. */
  evidence: Note,
})
export type TalkDraft = z.infer<typeof TalkDraft>

/** A talk as kept. Never edited and never removed: what was left out is made good in another talk. */
export const ConsentTalk = TalkDraft.extend({
  id: ConsentTalkId,
  caseId: CaseId,
  recordedAt: Instant,
})
export type ConsentTalk = z.infer<typeof ConsentTalk>

/** One answer within a talk: the question, the answer and how long it holds. The rest is the talk's. */
export const TalkRow = z
  .strictObject({
    ...ConsentDraft.shape,
    reviewWhen: z.array(ReviewTrigger),
  })
  .omit({
    personId: true,
    form: true,
    givenBy: true,
    decidedOn: true,
    askedBy: true,
    language: true,
    interpreter: true,
    risksExplained: true,
    evidence: true,
  })
  .refine(row => (row.scope === 'selected_facts') === row.facts.length > 0, { path: ['facts'] })
  .refine(row => (row.scope === 'one_document') === row.document.length > 0, { path: ['document'] })
  .refine(row => (row.decision === 'given_with_conditions') === row.conditions.length > 0, {
    path: ['conditions'],
  })
  .refine(row => new Set(row.conditions.map(({ kind }) => kind)).size === row.conditions.length, {
    path: ['conditions'],
  })
export type TalkRow = z.infer<typeof TalkRow>

/** A talk with every answer given in it: recorded together or not at all. */
export const TalkWithRows = TalkDraft.extend({ rows: z.array(TalkRow).min(1).max(30) })
export type TalkWithRows = z.infer<typeof TalkWithRows>

import {
  CaseId,
  ConsentId,
  ConsentTalkId,
  Day,
  Instant,
  Line,
  Note,
  PersonId,
  answered,
  text,
} from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** What can be told about a person, apart. The order is the order of the screen and of the brief. */
export const Fact = z.enum([
  'who',
  'engagement',
  'acts',
  'perpetrators',
  'situation',
  'danger',
  'own_view',
  'wishes',
  'documents',
])
export type Fact = z.infer<typeof Fact>

/** A condition a person set, with the day or words it needs. */
export const ConsentCondition = z.strictObject({
  kind: coded('condition'),
  /** Only for `only_after_date`. */
  after: Day.nullable(),
  note: Note,
})
export type ConsentCondition = z.infer<typeof ConsentCondition>

/** What makes a "yes" worth asking again before its day comes (domain: review triggers). The order is the screen's. */
export const ReviewTrigger = z.enum([
  'new_act',
  'release',
  'trial',
  'lost_contact',
  'new_recipient',
  'publication_cutoff',
])
export type ReviewTrigger = z.infer<typeof ReviewTrigger>

const shape = {
  personId: PersonId,
  purpose: coded('purpose'),
  recipient: coded('recipientClass'),
  channel: coded('channel'),
  identityLevel: coded('identityLevel'),
  scope: coded('scopeOfContent'),
  /** Only for `selected_facts`, never empty then. */
  facts: z.array(Fact),
  /** Only for `one_document`: which one, in neutral words. */
  document: text(200),
  decision: z.enum(['given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked']),
  form: answered(coded('form')),
  givenBy: answered(coded('givenBy')),
  /** The day the person answered, not the day it was typed. */
  decidedOn: Day,
  /** Role code of the officer who asked. */
  askedBy: Line,
  language: answered(coded('language')),
  interpreter: answered(z.boolean()),
  risksExplained: answered(z.boolean()),
  conditions: z.array(ConsentCondition),
  validUntil: Day.nullable(),
  reviewOn: Day.nullable(),
  /** How we know: the paper, or the statement of the officer who heard it. */
  evidence: Note,
}

/**
 * One answer to one question: may we, for this purpose, tell this recipient, through this channel, at this level
 * of identity, this content? Never one global "yes". Each kind of condition stands once, so that confirming it
 * confirms all of it.
 */
export const ConsentDraft = z
  .strictObject(shape)
  .refine(draft => (draft.scope === 'selected_facts') === draft.facts.length > 0, { path: ['facts'] })
  .refine(draft => (draft.scope === 'one_document') === draft.document.length > 0, { path: ['document'] })
  .refine(draft => (draft.decision === 'given_with_conditions') === draft.conditions.length > 0, {
    path: ['conditions'],
  })
  .refine(draft => new Set(draft.conditions.map(({ kind }) => kind)).size === draft.conditions.length, {
    path: ['conditions'],
  })
export type ConsentDraft = z.infer<typeof ConsentDraft>

/** An answer as kept. Never edited and never removed: a change of mind is another answer (ADR 0005). */
export const ConsentDecision = z.strictObject({
  ...shape,
  id: ConsentId,
  caseId: CaseId,
  /** The talk in which it was given; `null` when it was recorded apart from one. */
  talkId: ConsentTalkId.nullable(),
  /** After which of these it must be asked again. */
  reviewWhen: z.array(ReviewTrigger),
  recordedAt: Instant,
})
export type ConsentDecision = z.infer<typeof ConsentDecision>

/** Where an answer stands today. `superseded`: a later answer was given to the same question. */
export const Standing = z.enum([
  'given',
  'given_with_conditions',
  'refused',
  'withdrawn',
  'not_asked',
  'expired',
  'superseded',
])
export type Standing = z.infer<typeof Standing>

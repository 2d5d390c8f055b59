import { CaseId, Instant, Line, Note, PersonId, answered, text } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/**
 * What somebody is in a case. Victim, reporter, source, relative and lawyer are different persons with
 * different records; one person can be several of these.
 */
export const PartInCase = z.enum([
  'victim',
  'reporter',
  'source',
  'relative',
  'lawyer',
  'colleague',
  'interpreter',
  'staff',
])
export type PartInCase = z.infer<typeof PartInCase>

/** A person as screens show them: a code, never a name. Who they are is `Identity`, kept apart. */
export const PersonDraft = z.strictObject({
  parts: z.array(PartInCase).min(1),
  unit: coded('victimUnit'),
  gender: answered(coded('gender')),
  ageBand: answered(coded('ageBand')),
  roles: z.array(coded('victimRole')),
  characteristics: z.array(coded('characteristic')),
  linkToCooperator: answered(coded('linkToCooperator')),
  region: answered(coded('region')),
  remunerated: answered(z.enum(['no', 'yes', 'unclear'])),
  situation: answered(coded('victimSituation')),
  /** What this person asks for, in their own words and language. Stored unedited. */
  wishes: answered(Note),
  wishesLanguage: coded('language').nullable(),
  /** A working translation of the wishes; never instead of them. */
  wishesTranslation: Note,
  note: Note,
})
export type PersonDraft = z.infer<typeof PersonDraft>

/** `label` is the neutral code of the person inside the case: "P1", "P2", … */
export const Person = PersonDraft.extend({
  id: PersonId,
  caseId: CaseId,
  label: z.string().regex(/^P\d+$/),
  hasIdentity: z.boolean(),
  addedAt: Instant,
})
export type Person = z.infer<typeof Person>

/** What identifies a person. One encrypted record each, under its own key (ADR 0006). */
export const Identity = z.strictObject({
  name: text(200),
  otherNames: text(400),
  contact: text(1_000),
  documents: text(1_000),
})
export type Identity = z.infer<typeof Identity>

/** An identity with something in it: writing down nothing would destroy what was there before. */
export const SomeIdentity = Identity.refine(identity => Object.values(identity).some(line => line !== ''), {
  path: ['name'],
})

/** Why an identity is revealed. Kept in the record for ever. */
export const RevealReason = Line.min(4)

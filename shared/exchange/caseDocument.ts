import { CaseCode } from '../case/model.ts'
import { Fact } from '../consent/model.ts'
import { Note } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { Sha256 } from './manifest.ts'
import { Version, WriteId } from './version.ts'

/** The kinds of rows a case is shared as. The order is the order in which they can be added: none before what it names. */
export const SharedKind = z.enum([
  'case_file',
  'person',
  'perpetrator',
  'engagement',
  'act',
  'scope_test',
  'consent_talk',
  'consent_decision',
  'consent_event',
  'risk_event',
  'risk_assessment',
  'evidence_source',
  'claim',
  'information',
  'case_proof',
  'source_message',
  'attachment',
  'safe_contact',
  'check_in_plan',
  'check_in',
  'protection_plan',
  'case_mark',
  'action',
  'action_entry',
  'disclosure',
])
export type SharedKind = z.infer<typeof SharedKind>

/** What goes beside when a whole caseload is handed over, and never otherwise. */
export const HandedKind = z.enum([...SharedKind.options, 'case_course', 'follow_up_task', 'identity_basis'])
export type HandedKind = z.infer<typeof HandedKind>

/** What a row is called in packages: drawn for them, so that no number of the vault itself leaves. */
export const Ref = z.uuid()

/** A row that was taken off, and every writing of its fields that was known then. */
export const Gone = z.strictObject({ table: HandedKind, ref: Ref, known: z.array(WriteId).max(20_000) })
export type Gone = z.infer<typeof Gone>

/** A row as far as it may be told: each field with how far it was written. What is missing is withheld. */
export const SharedRow = z.strictObject({
  table: HandedKind,
  ref: Ref,
  fields: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/), Version),
})
export type SharedRow = z.infer<typeof SharedRow>

/** An answer, and the answers that were known where it was recorded (ADR 0024). */
export const KnownAnswers = z.strictObject({ ref: Ref, known: z.array(Ref).max(5_000) })

/** Bytes that came with an e-mail: where they stand in the package's file `originals`. */
export const PackedOriginal = z.strictObject({
  ref: Ref,
  at: z.int().min(0),
  size: z.int().min(0),
  sha256: Sha256,
})

/**
 * A case, or what may be told of it, as it goes to a colleague (ADR 0024). An allow-list: nothing that is not named here can be
 * inside, and every row is held to the schema of its own table when it is taken in.
 */
export const CaseDocument = z.strictObject({
  format: z.literal('vigil-case/1'),
  practice: z.literal(true).optional(),
  case: Ref,
  /** The neutral code people of both offices say. */
  code: CaseCode,
  purpose: coded('purpose'),
  /** What the sender writes beside it. */
  note: Note,
  rows: z
    .array(SharedRow.extend({ table: SharedKind }))
    .min(1)
    .max(20_000),
  gone: z.array(Gone.extend({ table: SharedKind })).max(20_000),
  answers: z.array(KnownAnswers).max(5_000),
  identities: z.array(z.strictObject({ ref: Ref, version: Version })).max(1_000),
  originals: z.array(PackedOriginal).max(2_000),
  /** What of the case was kept back, by kind of fact. Not how much, and not about whom. */
  withheld: z.array(Fact),
})
export type CaseDocument = z.infer<typeof CaseDocument>

/** What taking a case in reads of it, whatever kind of package tells it. */
export const ToldCase = CaseDocument.pick({
  case: true,
  code: true,
  answers: true,
  identities: true,
  originals: true,
}).extend({
  rows: z.array(SharedRow).min(1).max(20_000),
  gone: z.array(Gone).max(20_000),
})
export type ToldCase = z.infer<typeof ToldCase>

import { CaseCode, CaseState } from '../case/model.ts'
import { Fact } from '../consent/model.ts'
import { CaseId, Instant, kept } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'
import { HandedKind } from './caseDocument.ts'
import { Colleague } from './colleague.ts'

/** What a package would do to one field or one row of a case. */
export const MergeChange = z.object({
  /** Names it when it is decided: stable between looking and taking in. */
  key: z.string(),
  /**
   * `added`: a row we do not have. `changed`: their writing knew ours. `conflict`: neither knew of the other. `gone`: they took
   * the row off. `kept`: one side took the row off while the other wrote to it; it stays. `renumbered`: two offices gave
   * the same neutral code. `identity` and `identity-conflict`: who the person is; the values are never shown here.
   */
  kind: z.enum([
    'added',
    'changed',
    'conflict',
    'gone',
    'kept',
    'renumbered',
    'identity',
    'identity-conflict',
  ]),
  table: HandedKind,
  /** The neutral code of the row or of whom it is about; may be empty. */
  label: z.string(),
  /** Empty for whole rows. */
  field: z.string(),
  ours: z.json(),
  theirs: z.json(),
  /** What Vigil proposes; a person decides. */
  proposal: z.enum(['ours', 'theirs', 'later']),
})
export type MergeChange = z.infer<typeof MergeChange>

/** What somebody decided about a conflict. `later`: both are kept, and ours stands until then. */
export const MergeDecision = z.strictObject({
  key: kept(200),
  take: z.enum(['ours', 'theirs', 'later']),
})
export type MergeDecision = z.infer<typeof MergeDecision>

/** What taking in a case would do, before anything is done. */
export const MergePreview = z.object({
  /** The case here; `null` when it is new to this vault. */
  caseId: CaseId.nullable(),
  code: CaseCode,
  state: CaseState.nullable(),
  purpose: coded('purpose'),
  note: z.string(),
  /** `first`: nothing of this case came from them before. */
  order: z.enum(['first', 'newer']),
  lastSentAt: Instant.nullable(),
  /** How many persons and rows it has in all. */
  persons: z.int(),
  rows: z.int(),
  withheld: z.array(Fact),
  changes: z.array(MergeChange),
  /** Persons (by code) of whom a "no" comes with it. It wins over every "yes" that did not know of it. */
  newNos: z.array(z.string()),
})
export type MergePreview = z.infer<typeof MergePreview>

/** A field two offices wrote without knowing of each other, until somebody decides. */
export const OpenConflict = z.object({
  key: z.string(),
  caseId: CaseId,
  table: HandedKind,
  label: z.string(),
  field: z.string(),
  /** What stands in the field now, and the others. */
  values: z.array(z.object({ value: z.json(), stands: z.boolean() })),
})
export type OpenConflict = z.infer<typeof OpenConflict>

/** A package that was merged into a case. */
export const CaseMerge = z.object({
  id: z.uuid(),
  from: Colleague,
  sentAt: Instant,
  at: Instant,
  /** Role code of who took it in. */
  by: z.string(),
  added: z.int(),
  changed: z.int(),
  undone: z.object({ by: z.string(), at: Instant, why: z.string() }).nullable(),
  /** Whether it is the last that stands: only that one can be undone. */
  last: z.boolean(),
})
export type CaseMerge = z.infer<typeof CaseMerge>

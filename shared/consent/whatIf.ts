import { Finding, LineVerdict } from '../gate/model.ts'
import { ItemId, PersonId } from '../model.ts'
import { z } from '../zod.ts'
import { ConsentDraft, Fact } from './model.ts'

/** An answer nobody has given: what if? */
export const Hypothetical = z
  .strictObject({
    ...ConsentDraft.shape,
    personId: PersonId,
    decision: z.enum(['given', 'refused']),
  })
  .pick({
    personId: true,
    purpose: true,
    recipient: true,
    channel: true,
    identityLevel: true,
    scope: true,
    facts: true,
    document: true,
    decision: true,
  })
  .refine(row => (row.scope === 'selected_facts') === row.facts.length > 0, { path: ['facts'] })
  .refine(row => (row.scope === 'one_document') === row.document.length > 0, { path: ['document'] })
export type Hypothetical = z.infer<typeof Hypothetical>

/** One line of what would leave, as the gate judges it now and as it would. */
export const LineIf = z.object({
  key: z.string(),
  fact: Fact,
  /** Text key `brief.line.<…>` and the neutral code of whom or what it is about. */
  label: z.string(),
  about: z.string(),
  now: LineVerdict.shape.verdict,
  would: LineVerdict.shape.verdict,
  /** Why it would stay shut; empty when it would open. */
  findings: z.array(Finding),
})
export type LineIf = z.infer<typeof LineIf>

/** What would change in each planned action and each brief that has not left, actions first. */
export const WhatIf = z.object({
  items: z.array(
    z.object({
      kind: z.enum(['action', 'brief']),
      itemId: ItemId,
      /** "M1", or the copy number of a brief. */
      code: z.string(),
      /** Whom it would go to, by role or office. */
      toRole: z.string(),
      /** Whether the question is that of this item: same purpose, recipient and channel. */
      sameAddress: z.boolean(),
      purpose: ConsentDraft.shape.purpose,
      recipient: ConsentDraft.shape.recipient,
      channel: ConsentDraft.shape.channel,
      /** The lines about the person. */
      lines: z.array(LineIf),
    }),
  ),
})
export type WhatIf = z.infer<typeof WhatIf>

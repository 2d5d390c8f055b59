import { ActId, CaseId, Instant, Note, PartialDate, PerpetratorId, PersonId, answered } from '../model.ts'
import { coded } from '../vocabulary/index.ts'
import { z } from '../zod.ts'

/** One alleged act or omission, one form each, so that dates and perpetrators can differ. */
export const ActDraft = z.strictObject({
  personIds: z.array(PersonId),
  form: coded('formOfAct'),
  status: coded('actStatus'),
  when: PartialDate,
  domain: answered(coded('actDomain')),
  region: answered(coded('region')),
  legalTools: z.array(coded('legalTool')),
  perpetratorIds: z.array(PerpetratorId),
  account: Note,
})
export type ActDraft = z.infer<typeof ActDraft>

export const Act = ActDraft.extend({ id: ActId, caseId: CaseId, addedAt: Instant })
export type Act = z.infer<typeof Act>

/** Who is alleged to have acted. `unknown` is an answer like any other and is never forced away. */
export const PerpetratorDraft = z.strictObject({
  class: coded('perpetratorClass'),
  kind: answered(coded('perpetratorKind')),
  involvement: answered(coded('involvement')),
  description: Note,
})
export type PerpetratorDraft = z.infer<typeof PerpetratorDraft>

/** `label` is the neutral code inside the case: "A1", "A2", … */
export const Perpetrator = PerpetratorDraft.extend({
  id: PerpetratorId,
  caseId: CaseId,
  label: z.string().regex(/^A\d+$/),
  addedAt: Instant,
})
export type Perpetrator = z.infer<typeof Perpetrator>

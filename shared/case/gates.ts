import { GateName } from '../gate/model.ts'
import type { Finding, GateResult, OutwardGate } from '../gate/model.ts'
import { valueOf } from '../model.ts'
import { forgetFindings, waitingForget } from '../person/forget.ts'
import { z } from '../zod.ts'
import { alwaysNeeded, known } from './closing.ts'
import { contactWith } from './consent.ts'
import { minimalRecord } from './minimal.ts'
import { CasePart } from './model.ts'
import type { CaseView } from './model.ts'

/** One gate for one thing it guards: whether it stands open, why not, and where that is resolved (6.2). */
export const GateLine = z.object({
  gate: GateName,
  /** Neutral code of whom or what it is about: "P1", "M2", a brief's copy; empty for the case. */
  about: z.string(),
  open: z.boolean(),
  /** Text keys, the most telling first, that may take `{code}`; empty when it is open. */
  reasons: z.array(z.string()),
  /** Where it is resolved, and the item there; `null`: the case's own page. */
  part: CasePart.nullable(),
  item: z.string(),
})
export type GateLine = z.infer<typeof GateLine>

/** Something that was planned and has not left, as the gate sees it now. */
export interface Planned {
  readonly gate: OutwardGate
  readonly about: string
  readonly result: GateResult
  readonly part: CasePart
  readonly item: string
}

/** Every gate of a case, by the order of the table, with a line for each thing it guards. Pure. */
export function gateLines(view: CaseView, planned: readonly Planned[]): GateLine[] {
  const lines = [
    ...view.persons.flatMap(person => [...keeping(view, person), ...destroying(view, person)]),
    ...reaching(view),
    ...planned.map(asLine),
    ...closing(view),
  ]
  return GateName.options.flatMap(name => lines.filter(({ gate }) => gate === name))
}

type Person = CaseView['persons'][number]

/** G0: whether more than the least may be kept of this person. */
function keeping(view: CaseView, { id, label }: Person): GateLine[] {
  const { more, consent } = minimalRecord(view, id)
  const reasons = more ? [] : [`identity.keep.${consent}`]
  return [{ gate: 'G0', about: label, open: more, reasons, part: 'consent', item: `new-${id}` }]
}

/** G1 and G8: whether somebody may be reached at all, and again after taking things back. */
function reaching(view: CaseView): GateLine[] {
  const isSafe = valueOf(view.case.safeContact) === 'usable'
  const first: GateLine = {
    gate: 'G1',
    about: '',
    open: isSafe,
    reasons: isSafe ? [] : ['gate.contact-not-safe'],
    part: 'intake',
    item: '',
  }
  const again = view.persons.flatMap(({ id, label }): GateLine[] => {
    const after = contactWith(view, id)
    if (after === null) return []
    const reason = after === 'not-covered' ? 'gate.contact-not-covered' : 'gate.contact-needs-reason'
    return [{ gate: 'G8', about: label, open: false, reasons: [reason], part: 'consent', item: '' }]
  })
  return [first, ...again]
}

/** G2 to G5: each thing that was planned, with everything that stands in its way. */
function asLine({ gate, about, result, part, item }: Planned): GateLine {
  const blocked = result.lines.filter(({ verdict }) => verdict === 'blocked')
  const findings: Finding[] = [...blocked.flatMap(line => line.findings), ...result.findings]
  const reasons = [...new Set(findings.map(({ reason }) => `gate.${reason}`))]
  return { gate, about, open: result.open, reasons, part, item }
}

/** G6: what no closing goes without, as far as the case itself knows. */
function closing(view: CaseView): GateLine[] {
  const standing = known(view)
  const reasons = alwaysNeeded
    .filter(criterion => standing[criterion] === 'not_met')
    .map(criterion => `case.blocked.closing-${criterion}`)
  return [{ gate: 'G6', about: '', open: reasons.length === 0, reasons, part: null, item: '' }]
}

/** G7: whether what identifies this person may be destroyed; nothing where nobody asked for it. */
function destroying(view: CaseView, { id, label }: Person): GateLine[] {
  const asked = waitingForget(view.forgettings, id)
  if (!asked?.conditions) return []
  const lacks = forgetFindings(asked.conditions).map(
    ({ condition, reason }) => `forget.why.${condition}.${reason}`,
  )
  const reasons = lacks.length > 0 ? lacks : ['forget.waitsHere']
  return [{ gate: 'G7', about: label, open: false, reasons, part: 'persons', item: `forget-${id}` }]
}

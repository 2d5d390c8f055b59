import type { CaseState } from '../case/course.ts'
import { forgetFindings, type ForgetFinding } from '../person/forget.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'
import type { Disposal, DisposalDraft, Reader } from './model.ts'

/** Only what is over can be destroyed: everything else is still owed to somebody. */
const disposable: readonly CaseState[] = ['closed', 'out_of_scope', 'draft']

/** Whether a case in this state can be destroyed. */
export const isDisposable = (state: CaseState): boolean => disposable.includes(state)

/** One reason why a case may not be destroyed yet. */
export type DisposalFinding =
  | ForgetFinding
  | { readonly condition: 'others'; readonly reason: 'open' | 'why-kept'; readonly place: 'share' }

/**
 * Gate G7 for a whole case: what still keeps it from being destroyed, in the order of the screen; empty when nothing does.
 *
 * A decision with its reason stands in for the time that is over. Whoever got something of the case is called back first, or
 * it is said why they may keep it.
 *
 * @param readers everybody who got something of it, in any order.
 */
export function disposalFindings(draft: DisposalDraft, readers: readonly Reader[]): DisposalFinding[] {
  const { ground, conditions, others } = draft
  const findings = forgetFindings(conditions).filter(
    ({ condition }) => condition !== 'retentionMet' || ground !== 'decision',
  )
  const isOpen = readers.some(({ calledBack }) => !calledBack)
  if (!isOpen) return findings
  if (others?.answer !== 'may-keep')
    return [...findings, { condition: 'others', reason: 'open', place: 'share' }]
  return others.note === ''
    ? [...findings, { condition: 'others', reason: 'why-kept', place: 'share' }]
    : findings
}

/** The asking that has no answer yet, or `null`. @param steps of the case, in the order of recording. */
export function waitingDisposal(steps: readonly Disposal[]): Disposal | null {
  const last = steps.at(-1)
  return last?.kind === 'asked' ? last : null
}

/** Somebody who would answer. */
interface Answerer {
  readonly role: string
  readonly duties: readonly Duty[]
  /** Whether there is nobody else in this vault. */
  readonly sole: boolean
}

const answering: readonly Duty[] = ['focal_point', 'head_of_presence']

/**
 * Why somebody may not answer an asking, or `null`. Two persons destroy (G7): whoever asked may take it back, and agrees only
 * when there is nobody else.
 */
export function mayAnswerDisposal(
  { role, duties, sole }: Answerer,
  { by, agree }: { readonly by: string; readonly agree: boolean },
): RefusalCode | null {
  if (role === by) return agree && !sole ? 'retention/needs-another' : null
  return duties.some(duty => answering.includes(duty)) ? null : 'retention/not-your-duty'
}

import type { RefusalCode } from '../refusal.ts'
import type { Duty } from '../vault/model.ts'

/** Somebody who would approve. */
interface Approver {
  readonly role: string
  readonly duties: readonly Duty[]
  /** Whether there is nobody else in this vault. */
  readonly sole: boolean
}

/** Who may let something out: they answer for it (6.3). */
const approving: readonly Duty[] = ['focal_point', 'head_of_presence']

/**
 * Why somebody may not approve a brief, or `null`.
 *
 * Nobody approves what they wrote themselves (G3), unless there is nobody else; then it says so for ever.
 *
 * @param asked `sole`: approved as the only officer.
 */
export function mayApprove(
  { role, duties, sole: alone }: Approver,
  { author, sole }: { readonly author: string; readonly sole: boolean },
): RefusalCode | null {
  if (sole) return alone ? null : 'brief/not-alone'
  if (role === author) return 'brief/author-cannot-approve'
  return duties.some(duty => approving.includes(duty)) ? null : 'brief/not-your-approval'
}

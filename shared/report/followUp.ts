import type { Disclosed, FollowUpTask } from '../consent/followUp.ts'

/**
 * The open tasks that are done by handing in another contribution to the same reader: those about what an earlier one told.
 * The later one takes its place and rests on no answer that was taken back, because it passed the gate today.
 *
 * @param earlier ids of the contributions whose place is taken.
 */
export function clearedBy(
  tasks: readonly FollowUpTask[],
  disclosures: readonly Pick<Disclosed, 'id' | 'kind' | 'itemId'>[],
  earlier: readonly string[],
): FollowUpTask[] {
  const told = disclosures.filter(({ kind, itemId }) => kind === 'contribution' && earlier.includes(itemId))
  return tasks.filter(({ done, disclosureId }) => done === null && told.some(({ id }) => id === disclosureId))
}

import { briefs } from '../../main/brief/repository.ts'
import type { ReadDb } from '../../main/db/handles.ts'
import { standingFor } from '../../main/gate/standing.ts'
import { caseView } from '../../main/views/caseView.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import { gate } from '../../shared/gate/rules.ts'
import { Instant } from '../../shared/model.ts'
import { inDays } from './drafts.ts'
import type { Filled } from './fill.ts'
import { timed } from './measure.ts'

/** How long the gate takes over the brief of each case, after some to warm up; at most 1,000. */
export async function timesOfGate(db: ReadDb, filled: readonly Filled[]): Promise<number[]> {
  const took: number[] = []
  for (const { caseId, briefId } of filled.slice(0, 1000)) {
    const asked = { now: Instant.parse(new Date().toISOString()), today: inDays(0) }
    const content = caseView(db, { caseId, ...asked })
    const brief = briefs.byId(db, briefId)
    if (!brief) throw new Error('every case has a brief')
    const { approval, author, draft } = brief
    const lines = linesOf(content)
    const item = {
      id: brief.id,
      personIds: content.persons.map(({ id }) => id),
      keys: lines.map(({ key }) => key),
      hasSafetyReason: false,
    }
    const standing = standingFor(db, { content, item })
    const decided = { gate: 'G5', approval, author, fingerprint: '', content: '' } as const
    took.push(await timed(() => gate({ ...draft, ...standing, ...decided, lines })))
  }
  return took.slice(20)
}

import type { BriefDraft } from '../../shared/brief/model.ts'
import { briefDraft, row, talkWith } from '../consent/support.ts'
import { inDanger, thought } from '../override/support.ts'

/** A vault with a brief that may leave. */
export async function readyBrief(change: Partial<BriefDraft> = {}) {
  const app = await inDanger()
  const { get, caseId, personId } = app
  await get('consent.recordTalk', talkWith(personId, {}, [row()]))
  const { briefId } = await get('brief.start', { caseId, draft: briefDraft(change) })
  const { gate } = await get('brief.view', { briefId })
  const withheld = gate.lines.filter(({ verdict }) => verdict === 'blocked').map(({ key }) => key)
  await get('brief.change', { briefId, draft: briefDraft({ ...change, withheld }) })
  await thought(app, briefId)
  await get('brief.approve', { briefId, sole: true, statement: '' })
  return { ...app, briefId }
}

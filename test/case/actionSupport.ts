import type { ActionDraft, ActionEvent } from '../../shared/action/model.ts'
import type { ActionId } from '../../shared/model.ts'
import { answer, assess, checkHarm, draftFor } from '../action/support.ts'
import { desk } from '../consent/support.ts'

/** A desk with one person, who agreed to a word to the State unless a test says otherwise, and what a test does with actions. */
export async function acting({ agreed = true } = {}) {
  const app = await desk()
  const { get, personId, caseId } = app
  if (agreed) await answer(app, personId)
  await assess(app, personId)
  const plan = async (change: Partial<ActionDraft> = {}) => {
    const draft = draftFor([personId], { facts: ['who'], deadline: null, ...change })
    return (await get('action.plan', { caseId, draft })).actionId
  }
  const record = (actionId: ActionId, event: ActionEvent) => get('action.record', { actionId, event })
  const approve = async (actionId: ActionId) => {
    await checkHarm(app, { caseId, actionId })
    await get('action.approve', { actionId, sole: true, statement: '' })
  }
  const send = async (actionId: ActionId) => {
    await approve(actionId)
    await record(actionId, { what: 'sent', on: app.app.today(), note: '' })
  }
  const view = () => get('case.view', { caseId })
  return { ...app, plan, record, approve, send, view }
}

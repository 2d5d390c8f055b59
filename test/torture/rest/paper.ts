import type { Page } from 'playwright-core'
import type { Name, Output, Sent } from '../../../shared/contract.ts'
import { Day } from '../../../shared/model.ts'
import { SheetPart } from '../../../shared/paper/model.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { harmAnswers, inDays, intakeOf, personOf, riskOf } from '../../bench/drafts.ts'
import { ask } from '../../e2e/steps/look.ts'
import type { Planted } from '../../e2e/steps/planted.ts'

/** What the page would get for a call that must succeed. */
async function get<N extends Name>(page: Page, name: N, input: Sent<N>): Promise<Output<N>> {
  const reply = (await ask(page, name, input)) as Reply<Output<N>>
  if (!reply.ok) throw new Error(`${name} refused: ${reply.code}`)
  return reply.value
}

/** A second case whose person gets a paper: everything it needs is asked of the vault process, then it is printed. */
export async function printPaper(page: Page, planted: Planted): Promise<void> {
  const { caseId } = await get(page, 'case.start', {
    intake: { ...intakeOf(0), safeContact: { value: 'usable' }, account: planted.at('paper: account') },
    fileId: null,
  })
  const person = { ...personOf(0), wishes: { value: planted.at('paper: wishes') } }
  const { personId } = await get(page, 'person.add', { caseId, person })
  await get(page, 'risk.assess', riskOf(0, personId))
  await get(page, 'consent.record', {
    personId,
    purpose: 'contact_victim_again',
    recipient: 'person_concerned',
    channel: 'in_person',
    identityLevel: 'group_only',
    scope: 'whole_case',
    facts: [],
    document: '',
    decision: 'given',
    form: { value: 'oral_witnessed' },
    givenBy: { value: 'victim' },
    decidedOn: Day.parse('2026-03-01'),
    askedBy: 'FP-1',
    language: { value: 'ar' },
    interpreter: { value: false },
    risksExplained: { value: true },
    conditions: [],
    validUntil: null,
    reviewOn: null,
    evidence: planted.at('paper: evidence'),
  })
  const { paperId } = await get(page, 'paper.start', {
    personId,
    draft: {
      kind: 'sheet',
      language: 'en',
      channel: 'in_person',
      parts: [...SheetPart.options],
      withCode: false,
      conditionsMet: [],
      safetyReason: '',
    },
  })
  await get(page, 'risk.checkHarm', {
    caseId,
    itemId: paperId,
    answers: harmAnswers(),
    decidedBy: '',
    decisionReason: '',
    validUntil: inDays(9),
  })
  if (!(await get(page, 'paper.print', { paperId }))) throw new Error('the paper was not printed')
}

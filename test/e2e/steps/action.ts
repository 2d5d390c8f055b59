import type { Page } from 'playwright-core'
import type { CaseView } from '../../../shared/case/model.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { ask } from './look.ts'

/** A letter that nobody was asked about, planned and blocked. */
export async function plannedLetter(page: Page, caseId: string): Promise<void> {
  const reply = (await ask(page, 'case.view', { caseId })) as Reply<CaseView>
  if (!reply.ok) throw new Error(`The case cannot be seen: ${reply.code}.`)
  const planned = (await ask(page, 'action.plan', {
    caseId,
    draft: {
      kind: 'letter_unnamed',
      detail: '',
      personIds: reply.value.persons.map(({ id }) => id),
      to: 'Permanent Mission',
      purpose: 'letter_to_state_unnamed',
      recipient: 'member_state_concerned',
      channel: 'diplomatic_note',
      identityLevel: 'group_only',
      facts: ['who', 'acts', 'danger'],
      withheld: [],
      conditionsMet: [],
      expected: 'That the summons is dropped.',
      riskOfActing: 'More attention.',
      riskOfNotActing: 'The summons stands.',
      safetyReason: '',
      owner: 'FP-1',
      deadline: null,
      answerBy: null,
    },
  })) as Reply<unknown>
  if (!planned.ok) throw new Error(`No action can be planned: ${planned.code}.`)
}

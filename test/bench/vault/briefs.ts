import { CaseId, Day, PersonId } from '../../../shared/model.ts'
import type { BriefDraft } from '../../../shared/brief/model.ts'
import { harmQuestions } from '../../../shared/risk/model.ts'
import type { AppDesk } from '../desk.ts'
import { opened } from './kept.ts'
import { today } from './drawing.ts'

const inDays = (days: number) => Day.parse(new Date(today + days * 86_400_000).toISOString().slice(0, 10))

/** A brief whose every line about who this person is stays back. */
const briefOf = (personId: PersonId): BriefDraft => ({
  forRole: 'Head of presence',
  purpose: 'share_UN_country_presence',
  recipient: 'UN_entity',
  channel: 'encrypted_message',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: inDays(20),
  asked: 'decision',
  bottomLine: 'Decide whether to raise the matter quietly.',
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: '',
  riskOfNotActing: '',
  actionsSoFar: '',
  options: [],
  talkingPoints: ['People who speak with us must be safe.'],
  followUp: '',
  withheld: [`person:${personId}:name`],
  conditionsMet: [],
})

/** Begins a brief on the newest cases, and answers its do-no-harm check, through the door: that takes long, so not on all. */
export async function addBriefs(desk: AppDesk, most = 100): Promise<void> {
  const rows = opened(desk)
    .db.prepare<[number], { caseId: string; personId: string }>(
      `SELECT case_id AS caseId, id AS personId FROM person WHERE label = 'P1' ORDER BY rowid DESC LIMIT ?`,
    )
    .all(most)
  for (const row of rows) {
    const caseId = CaseId.parse(row.caseId)
    const { briefId } = await desk.get('brief.start', {
      caseId,
      draft: briefOf(PersonId.parse(row.personId)),
    })
    await desk.get('risk.checkHarm', {
      caseId,
      itemId: briefId,
      answers: Array.from({ length: harmQuestions }, () => ({ answer: 'yes' as const, note: '' })),
      decidedBy: '',
      decisionReason: '',
      validUntil: inDays(9),
    })
  }
}

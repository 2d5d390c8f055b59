import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BriefId, CaseId, PersonId } from '../../shared/model.ts'
import { email } from '../samples/email.ts'
import { textPart } from '../samples/mime.ts'
import type { AppDesk } from './desk.ts'
import * as drafts from './drafts.ts'

/** One case in a filled vault. */
export interface Filled {
  readonly caseId: CaseId
  readonly briefId: BriefId
}

/**
 * So many cases through the door, each from an e-mail to a brief, all in one transaction.
 *
 * @param folder where the e-mails are written, one after the other.
 */
export async function fill(desk: AppDesk, folder: string, count: number): Promise<Filled[]> {
  const { vault } = desk.app.desk
  if (!vault) throw new Error('the vault is open')
  const filled: Filled[] = []
  vault.db.exec('BEGIN IMMEDIATE')
  for (let n = 0; n < count; n++) filled.push(await addCase(desk, folder, n))
  vault.db.exec('COMMIT')
  return filled
}

async function addCase(desk: AppDesk, folder: string, n: number): Promise<Filled> {
  const { get, dialogs } = desk
  const path = join(folder, 'letter.eml')
  writeFileSync(path, email({ body: textPart(drafts.narrative(n + 5), 'utf-8') }))
  dialogs.push(path)
  const fileId = (await get('import.chooseEmail', {}))?.fileId ?? ''
  await get('import.readEmail', { fileId })
  const { caseId } = await get('case.start', { intake: drafts.intakeOf(n), fileId })
  const first = await addPerson(desk, caseId, n)
  const second = await addPerson(desk, caseId, n + 1)
  await get('scope.answer', { caseId, answers: drafts.scopeOf(n) })
  await get('act.addPerpetrator', { caseId, perpetrator: drafts.perpetratorOf(n) })
  for (const personIds of [[first], [first, second]]) {
    await get('engagement.add', { caseId, engagement: drafts.engagementOf(n, personIds) })
    await get('act.add', { caseId, act: drafts.actOf(n, personIds) })
  }
  return { caseId, briefId: await addBrief(desk, caseId, first) }
}

async function addPerson({ get }: AppDesk, caseId: CaseId, n: number): Promise<PersonId> {
  const { personId } = await get('person.add', { caseId, person: drafts.personOf(n) })
  await get('person.identify', { personId, identity: drafts.identityOf(n), basis: 'To call back' })
  await get('consent.record', drafts.consentOf(personId))
  await get('risk.assess', drafts.riskOf(n, personId))
  return personId
}

async function addBrief({ get }: AppDesk, caseId: CaseId, personId: PersonId): Promise<BriefId> {
  const { briefId } = await get('brief.start', { caseId, draft: drafts.briefOf(personId) })
  const answers = drafts.harmAnswers()
  const decision = { decidedBy: '', decisionReason: '', validUntil: drafts.inDays(9) }
  await get('risk.checkHarm', { caseId, itemId: briefId, answers, ...decision })
  return briefId
}

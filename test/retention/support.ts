import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { practicePatterns } from '../../main/practice/data.ts'
import { loadPattern } from '../../main/practice/load.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import type { DisposalDraft } from '../../shared/retention/model.ts'
import { conditions, identity, keep, words } from '../person/support.ts'
import { saidIn } from '../record/support.ts'
import { sampleEmail } from '../samples/email.ts'
import { freshFolder, intake, person, testApp, type TestApp } from '../support.ts'

export const draft = (over: Partial<DisposalDraft> = {}): DisposalDraft => ({
  ground: 'retention',
  reason: 'Marker reason of the asking',
  conditions: conditions(),
  others: null,
  ...over,
})

export interface Told extends TestApp {
  readonly caseId: CaseId
  readonly personId: PersonId
}

/** A draft of a case, with an e-mail and its files, an identity, sealed words, a consent and something typed and not recorded. */
export async function told(app = testApp()): Promise<Told> {
  const { get, call, shell } = app
  if (!app.app.desk.vault) await app.create()
  const path = join(freshFolder(), 'mail.eml')
  writeFileSync(path, await sampleEmail({ language: 'ar' }))
  shell.dialogs.push(path)
  const fileId = (await get('import.chooseEmail', {}))?.fileId ?? null
  if (fileId !== null) await get('import.readEmail', { fileId })
  const { caseId } = await get('case.start', {
    intake: intake({ account: 'Marker account of what happened' }),
    fileId,
  })
  const { personId } = await get('person.add', {
    caseId,
    person: person({ note: 'Marker note on the person' }),
  })
  await get('person.identify', { personId, identity, basis: 'Marker basis, to call back today.' })
  await get('plan.keepWords', { personId, words })
  await call('consent.record', keep(personId, { evidence: 'Marker evidence' }))
  await get('vault.keepDraft', { key: `person:basis:${personId}`, value: JSON.stringify('Marker draft') })
  return { ...app, caseId, personId }
}

/** One of the invented cases, as far as it goes, in a vault that has others. */
export async function invented(app: TestApp, index: number): Promise<CaseView> {
  const read = practicePatterns()[index]
  if (!read) throw new Error('no such pattern')
  const { call } = app
  const { view } = await loadPattern(read.pattern, {
    call,
    today: app.app.today(),
    officer: 'FP-1',
    brief: true,
  })
  return view
}

export const ask = ({ call, caseId }: Told, over: Partial<DisposalDraft> = {}) =>
  call('retention.askDisposal', { caseId, ...draft(over) })

export async function answer({ call, get, caseId }: Told, agree: boolean) {
  const { waiting } = await get('retention.ofCase', { caseId })
  return call('retention.answerDisposal', {
    request: waiting?.id ?? caseId,
    agree,
    words: agree ? '' : 'Marker, not yet',
  })
}

/** Every byte of the database, deciphered, with its free pages: what somebody with the passphrase could search through. */
export const everyByte = ({ app }: TestApp): Buffer =>
  Buffer.concat([app.desk.vault!.db.serialize(), Buffer.from(saidIn(app.desk.vault!.db))])

/** Every text anybody can read of a case, long enough to be known again. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 12 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** Says that a case is closed. What closing takes is told by the tests of closing. */
export const isOver = ({ app }: TestApp, caseId: CaseId) =>
  void app.desk.vault!.db.exec(`BEGIN; INSERT INTO entry_moving (one) VALUES (1);
    UPDATE case_file SET state = 'closed' WHERE id = '${caseId}'; DELETE FROM entry_moving; COMMIT`)

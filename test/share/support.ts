import { Day } from '../../shared/model.ts'
import type { CaseId, ColleagueId, PersonId, ShareId } from '../../shared/model.ts'
import type { ShareDraft } from '../../shared/share/model.ts'
import { twoOffices, type Office } from '../exchange/offices.ts'
import { answer, assess } from '../paper/support.ts'
import { intake, person, type TestApp } from '../support.ts'

/** What somebody agreed to when they let a case be shared inside the office. */
export const agreed = {
  purpose: 'share_inside_office',
  recipient: 'same_office',
  channel: 'in_person',
  identityLevel: 'role_and_region',
} as const

/** A case with one person who agreed to share it, and whose danger was looked at. */
export async function aCase({ app }: Office): Promise<{ caseId: CaseId; personId: PersonId }> {
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await answer(app, personId, agreed)
  await assess(app, personId)
  return { caseId, personId }
}

export const act = (personId: PersonId, account = 'Followed home by two men') => ({
  personIds: [personId],
  form: 'surveillance_physical' as const,
  status: 'carried_out' as const,
  when: { said: '', precision: 'unknown' as const, from: null, to: null },
  domain: { none: 'unknown' as const },
  region: { none: 'unknown' as const },
  legalTools: [],
  perpetratorIds: [],
  account,
})

export const checkHarm = ({ get }: Pick<TestApp, 'get'>, caseId: CaseId, itemId: ShareId) =>
  get('risk.checkHarm', {
    caseId,
    itemId,
    answers: Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' })),
    decidedBy: '',
    decisionReason: '',
    validUntil: Day.parse('2026-03-09'),
  })

export const approve = ({ get }: Pick<TestApp, 'get'>, shareId: ShareId) =>
  get('share.approve', { shareId, sole: true, statement: 'Nobody else is here.' })

interface Shared {
  readonly office: Office
  readonly caseId: CaseId
  readonly colleagueId: ColleagueId
  readonly change?: Partial<ShareDraft>
}

/** A share with everything but the file. */
export async function prepared({ office: { app }, caseId, colleagueId, change }: Shared): Promise<ShareId> {
  const { shareId } = await app.get('share.start', { caseId, colleagueId })
  const { draft } = await app.get('share.view', { shareId })
  if (change) await app.get('share.change', { shareId, draft: { ...draft, ...change } })
  await checkHarm(app, caseId, shareId)
  await approve(app, shareId)
  return shareId
}

let files = 0

/** Shares a case, and says where the file is. */
export async function shared(given: Shared): Promise<{ shareId: ShareId; path: string }> {
  const shareId = await prepared(given)
  const path = given.office.path(`case-${files++}.age`)
  given.office.app.shell.dialogs.push(path)
  await given.office.app.get('share.send', { shareId })
  return { shareId, path }
}

/** Two offices, and a case in the first. */
export async function withCase() {
  const offices = await twoOffices()
  return { ...offices, ...(await aCase(offices.here)) }
}

import type { CaseId, ColleagueId, HandoverId, PersonId } from '../../shared/model.ts'
import { HandoverItem } from '../../shared/handover/model.ts'
import type { HandoverDraft } from '../../shared/handover/model.ts'
import { anAct } from '../exchange/histories.ts'
import { looksAt, twoOffices, type Office } from '../exchange/offices.ts'
import { answer } from '../paper/support.ts'
import { intake, person } from '../support.ts'

/** Every point gone through, two of them not done or not asked for. */
export const answered: HandoverDraft = {
  leftOut: [],
  answers: HandoverItem.options.map((item, index) =>
    index === 0
      ? { item, state: 'not_done' as const, why: 'Cannot be reached before Friday.' }
      : index === 1
        ? { item, state: 'not_applicable' as const, why: '' }
        : { item, state: 'done' as const, why: '' },
  ),
  first: 'Call the interpreter on Monday.',
  note: 'Two cases belong together.',
}

/** Who somebody is, for tests. */
export const identity = (name: string) => ({ name, otherNames: '', contact: '', documents: '' })

/** A case with one person and one act. */
export async function aCase(
  { app }: Office,
  account = 'Followed home by two men',
): Promise<{ caseId: CaseId; personId: PersonId }> {
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  await app.get('act.add', { caseId, act: anAct([personId], account) })
  return { caseId, personId }
}

/** Says no to sharing inside the office. */
export const refuses = ({ app }: Office, personId: PersonId) =>
  answer(app, personId, {
    purpose: 'share_inside_office',
    recipient: 'same_office',
    channel: 'in_person',
    identityLevel: 'role_and_region',
    decision: 'refused',
  })

interface Prepared {
  readonly office: Office
  readonly colleagueId: ColleagueId
  readonly draft?: HandoverDraft
}

/** A handover with everything but the file. */
export async function prepared({ office, colleagueId, draft = answered }: Prepared): Promise<HandoverId> {
  const { handoverId } = await office.app.get('handover.start', { colleagueId })
  await office.app.get('handover.change', { handoverId, draft })
  return handoverId
}

let files = 0

/** Sends a handover, and says where the file is. */
export async function sent(given: Prepared): Promise<{ handoverId: HandoverId; path: string }> {
  const handoverId = await prepared(given)
  const path = given.office.path(`handover-${files++}.age`)
  given.office.app.shell.dialogs.push(path)
  await given.office.app.get('handover.send', { handoverId })
  return { handoverId, path }
}

/** The successor takes over. */
export async function takesOver(office: Office, path: string) {
  const look = await looksAt(office, path)
  if (!look.ok) throw new Error(look.code)
  return office.app.get('handover.takeOver', { decisions: [], statement: 'I have taken over.' })
}

export { looksAt, twoOffices }

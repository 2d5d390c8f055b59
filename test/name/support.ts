import type { CaseId, PersonId } from '../../shared/model.ts'
import type { Identity } from '../../shared/person/model.ts'
import { intake, person, type TestApp } from '../support.ts'

export const identity = (name: string, more: Partial<Identity> = {}): Identity => ({
  name,
  otherNames: '',
  contact: '',
  documents: '',
  ...more,
})

/** Somebody of whom it is known who they are, in a case of their own or in this one. */
export async function somebody(
  { get }: Pick<TestApp, 'get'>,
  known: Identity,
  here?: CaseId,
): Promise<{ readonly caseId: CaseId; readonly personId: PersonId }> {
  const caseId = here ?? (await get('case.start', { intake: intake(), fileId: null })).caseId
  const { personId } = await get('person.add', { caseId, person: person() })
  await get('person.identify', { personId, identity: known, basis: 'To call back today.' })
  return { caseId, personId }
}

export const reason = 'The mission asked whether she is known to us'

export const look = ({ get }: Pick<TestApp, 'get'>, sought: string) => get('name.look', { sought, reason })

/** Every entry there is, the newest first. */
export const entries = ({ get }: Pick<TestApp, 'get'>) => get('record.list', { caseId: null, before: null })

import type { ForgetConditions } from '../../shared/person/forget.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { Day } from '../../shared/model.ts'
import type { ConsentDraft } from '../../shared/consent/model.ts'
import type { Duty } from '../../shared/vault/model.ts'
import { intake, passphrase, person, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

export const identity = {
  name: 'Zyxw Marker',
  otherNames: '',
  contact: 'marker@contact.example',
  documents: '',
}

export const words = {
  coverName: 'Cover Marker',
  safePlaces: 'Marker house',
  route: '',
  signalWords: 'blue kettle',
  allClear: '',
  distress: '',
}

const yes = { answer: 'yes', note: '' } as const

/** Nothing keeps the gate shut, unless a test says otherwise. */
export const conditions = (over: Partial<ForgetConditions> = {}): ForgetConditions => ({
  retentionMet: yes,
  noHold: yes,
  notNeeded: yes,
  informed: yes,
  ...over,
})

/** A plain "yes" to being kept on file by name. */
export const keep = (personId: PersonId, over: Partial<ConsentDraft> = {}): ConsentDraft => ({
  personId,
  purpose: 'keep_record',
  recipient: 'same_office',
  channel: 'in_person',
  identityLevel: 'full_name',
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
  evidence: '',
  ...over,
})

export interface Known extends TestApp {
  readonly caseId: CaseId
  readonly personId: PersonId
}

/** FP-1 alone with one case and one person of whom nothing is known. */
export async function oneKnown(): Promise<Known> {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  return { ...app, caseId, personId }
}

/** The same, with an identity on a written basis and sealed words of a plan. */
export async function identified(): Promise<Known> {
  const app = await oneKnown()
  await app.get('person.identify', { personId: app.personId, identity, basis: 'To call back today.' })
  await app.get('plan.keepWords', { personId: app.personId, words })
  return app
}

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

/** Adds a second person to the vault, by what they are there for. */
export const addSecond = ({ get }: TestApp, duties: Duty[]) =>
  get('vault.addPerson', { role: 'HOP-1', duties, passphrase: theirs() })

/** Who is at the desk from now on. */
export async function sit({ get }: TestApp, who: 'FP-1' | 'HOP-1'): Promise<void> {
  await get('vault.lock', {})
  await get('vault.unlock', { passphrase: who === 'FP-1' ? passphrase() : theirs() })
}

export const ask = ({ call, personId }: Known, over: Partial<ForgetConditions> = {}) =>
  call('person.askForget', { personId, reason: 'the person asked us to', conditions: conditions(over) })

/** The asking about the person that was made last; any id when there is none. */
export async function lastAsked({ get, caseId }: Known): Promise<string> {
  const { forgettings } = await get('case.view', { caseId })
  return forgettings.findLast(({ kind }) => kind === 'asked')?.id ?? caseId
}

export const answer = async (app: Known, agree: boolean) =>
  app.call('person.answerForget', { request: await lastAsked(app), agree, words: 'I looked at all of it.' })

/** How many keys of identities and of words the vault holds. */
export function keys({ app }: TestApp): { identities: number; words: number } {
  const count = (table: string) =>
    (app.desk.vault!.db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
  return { identities: count('identity_key'), words: count('protection_key') }
}

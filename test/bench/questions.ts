import type { Connection } from '../../main/db/handles.ts'
import type { Name } from '../../shared/contract.ts'

/** A question as the page asks it, about something that is there. */
export interface Question {
  readonly name: Name
  readonly input: unknown
}

/** Questions about what no made vault has, and those that a person asks once a year about everything there is. */
export const notAsked: Readonly<Partial<Record<Name, string>>> = {
  'approval.colleagues': 'about an asking by file, of which there is none',
  'approval.preview': 'about an asking by file, of which there is none',
  'consent.whatIf': 'reads one case, as it is opened',
  'evidence.check': 'reads one file that was taken in',
  'handover.received': 'about a handover, of which there is none',
  'handover.view': 'about a handover: of every case, on purpose',
  'key.picture': 'draws a card',
  'notice.package': 'about a package, of which there is none',
  'paper.view': 'about a paper, of which there is none',
  'publication.view': 'about a publication, of which there is none',
  'record.compareCode': 'holds a code that was typed off paper against every entry, on purpose',
  'report.oneReceived': 'about a contribution, of which there is none',
  'report.oneSent': 'about a contribution, of which there is none',
  'share.view': 'about a share, of which there is none',
}

function one(db: Connection, sql: string): string {
  const value = db.prepare<[], string | number>(sql).pluck().get()
  if (value === undefined) throw new Error('it is there')
  return String(value)
}

/** What the page of the day asks when it is opened, without any choice of its own. */
export const ofTheDay = [
  'case.dues',
  'action.waiting',
  'brief.waiting',
  'share.waiting',
  'override.waiting',
  'approval.waiting',
  'access.waiting',
  'notice.waiting',
  'person.forgetsWaiting',
  'retention.waiting',
] as const satisfies readonly Name[]

/** Other questions that need nothing to be said. */
const bare = [
  'access.overview',
  'approval.given',
  'case.clocks',
  'case.list',
  'colleague.list',
  'exchange.log',
  'exchange.ownWords',
  'handover.list',
  'key.own',
  'notice.log',
  'report.received',
  'report.sent',
  'retention.tombstones',
  'settings.lists',
  'settings.thresholds',
  'settings.windows',
  'vault.copies',
  'vault.people',
] as const satisfies readonly Name[]

/** Every question the page asks, some in several ways; those that must not be slower where there is more. */
export function questionsOf(db: Connection): Question[] {
  const briefId = one(db, 'SELECT id FROM brief LIMIT 1')
  const caseId = one(db, 'SELECT case_id FROM brief LIMIT 1')
  const itemId = one(db, `SELECT id FROM action WHERE case_id = '${caseId}'`)
  const personId = one(db, `SELECT id FROM person WHERE case_id = '${caseId}' LIMIT 1`)
  const code = one(db, `SELECT code FROM case_file WHERE id = '${caseId}'`)
  const seq = Number(one(db, 'SELECT max(seq) FROM entry'))
  const list = (input: object): Question => ({ name: 'case.list', input })
  return [
    ...[...ofTheDay, ...bare].map(name => ({ name, input: {} })),
    ...[code.slice(2, 3), code.slice(4, 6), code].map(part => list({ code: part })),
    list({ code: code.slice(2, 3), filters: ['closed'] }),
    list({ filters: ['urgent'] }),
    list({ sort: { column: 'band', ascending: true }, filters: ['closed'] }),
    { name: 'access.of', input: { caseId, personId: null } },
    { name: 'action.view', input: { actionId: itemId } },
    { name: 'brief.view', input: { briefId } },
    { name: 'case.codes', input: { caseIds: [caseId] } },
    { name: 'case.gates', input: { caseId } },
    { name: 'case.moreDues', input: { horizon: 'later', after: null } },
    { name: 'case.view', input: { caseId } },
    { name: 'exchange.conflicts', input: { caseId: null } },
    { name: 'exchange.conflicts', input: { caseId } },
    { name: 'exchange.merges', input: { caseId } },
    { name: 'override.view', input: { itemId: briefId } },
    { name: 'paper.read', input: { personId, language: 'en' } },
    { name: 'record.changes', input: { seq } },
    { name: 'record.list', input: { caseId: null, before: Math.ceil(seq / 2) } },
    { name: 'record.list', input: { caseId, before: null } },
    { name: 'report.overview', input: { ordinal: 16 } },
    { name: 'report.ready', input: { ordinal: 16 } },
    { name: 'report.case', input: { caseId, ordinal: 16 } },
    { name: 'retention.ofCase', input: { caseId } },
    { name: 'search.find', input: { words: 'letter', kinds: [], states: [], after: null } },
  ]
}

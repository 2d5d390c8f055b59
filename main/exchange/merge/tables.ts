import { Act, Perpetrator } from '../../../shared/act/model.ts'
import { Action, ActionEntry } from '../../../shared/action/model.ts'
import { Mark } from '../../../shared/case/clockModel.ts'
import { CaseFile } from '../../../shared/case/model.ts'
import { Disclosed } from '../../../shared/consent/followUp.ts'
import { ConsentDecision } from '../../../shared/consent/model.ts'
import type { Fact } from '../../../shared/consent/model.ts'
import { ConsentEvent } from '../../../shared/consent/review.ts'
import { ConsentTalk } from '../../../shared/consent/talk.ts'
import { Engagement } from '../../../shared/engagement/model.ts'
import { Claim, EvidenceSource, Information, Proof } from '../../../shared/evidence/claim.ts'
import { Attachment, SourceMessage } from '../../../shared/evidence/model.ts'
import type { SharedKind } from '../../../shared/exchange/caseDocument.ts'
import type { Json } from '../../../shared/exchange/version.ts'
import type { Element } from '../../../shared/gate/model.ts'
import { CaseId } from '../../../shared/model.ts'
import { Person } from '../../../shared/person/model.ts'
import { CheckIn, CheckInPlan, Plan, SafeContact } from '../../../shared/plan/model.ts'
import { RiskAssessment, RiskEvent } from '../../../shared/risk/model.ts'
import { ScopeTest } from '../../../shared/scope/model.ts'
import type { z } from '../../../shared/zod.ts'
import { acts, perpetrators } from '../../act/repository.ts'
import { actionEntries, actions } from '../../action/repository.ts'
import { marks } from '../../case/clockRepository.ts'
import { cases } from '../../case/repository.ts'
import { consentEvents, consents, talks } from '../../consent/repository.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { disclosures } from '../../disclosure/repository.ts'
import { engagements } from '../../engagement/repository.ts'
import { claims, evidenceSources, information, proofs } from '../../evidence/claimRepository.ts'
import { attachments, messages } from '../../evidence/repository.ts'
import { persons } from '../../person/repository.ts'
import { checkInPlans, checkIns, contacts, plans } from '../../plan/repository.ts'
import { riskEvents, risks } from '../../risk/repository.ts'
import { scopeTests } from '../../scope/repository.ts'

/** A row of any table, as its model has it. */
export type Row = Readonly<Record<string, Json>> & { readonly id: string }

/** Fields that are told together: which fact, giving away how much of who somebody is. */
export interface Part {
  readonly fields: readonly string[]
  readonly fact: Fact
  readonly element: Element
}

/** How one table is shared with colleagues (ADR 0024). */
export interface SharedTable {
  readonly name: SharedKind
  /** Its id is the case's: at most one row a case. */
  readonly ofCase: boolean
  /** Its id is a person's: at most one row a person. */
  readonly ofPerson: boolean
  /** Rows are added and never changed: they go whole or not at all. */
  readonly fixed: boolean
  /** The letter of its neutral codes, where its rows have them. */
  readonly letter: string | null
  readonly fields: readonly string[]
  /** The first part is the row's own: without it nothing of the row goes. */
  readonly parts: readonly Part[]
  /** What stands in a new row for what was withheld. */
  readonly blank: Readonly<Record<string, Json>>
  /** Whom a row is about; empty: everybody the case is about. */
  personIdsOf(row: Row): readonly string[]
  rowsOf(db: ReadDb, caseId: CaseId): Row[]
  byId(db: ReadDb, id: string): Row | null
  insert(db: WriteDb, row: Row): void
  update(db: WriteDb, row: Row): void
  remove(db: WriteDb, id: string): void
  /** Whether one value may stand in one field. */
  isValid(field: string, value: unknown): boolean
  /** Whether a whole row is one. */
  isRow(row: unknown): boolean
}

interface Handle {
  readonly columns: object
  insert(db: WriteDb, value: never): void
  update(db: WriteDb, value: never): void
  remove(db: WriteDb, id: never): void
  byId(db: ReadDb, id: string): unknown
  ofCase(db: ReadDb, caseId: string): readonly unknown[]
}

interface Shape {
  readonly rows: Handle
  readonly model: z.ZodObject
  readonly key?: 'case' | 'person'
  readonly fixed?: boolean
  readonly letter?: string
  /** Fields that belong to each vault alone, with what a new row has there. */
  readonly own?: Readonly<Record<string, Json>>
  readonly parts: readonly Part[]
  readonly blank?: Readonly<Record<string, Json>>
  readonly about?: (row: Row) => readonly string[]
}

const whole = (fact: Fact, element: Element = 'group'): Part[] => [{ fields: [], fact, element }]
const part = (fields: readonly string[], fact: Fact, element: Element = 'group'): Part => ({
  fields,
  fact,
  element,
})
const kept = { none: 'withheld' }
const strings = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter(one => typeof one === 'string')
    : typeof value === 'string'
      ? [value]
      : []
const itsPerson = ({ personId }: Row) => strings(personId)
const itsPersons = ({ personIds }: Row) => strings(personIds)
const itself = ({ id }: Row) => [id]

function shared(name: SharedKind, shape: Shape): SharedTable {
  const { rows, model, key, own = {}, parts, about = () => [] } = shape
  const fields = Object.keys(rows.columns).filter(
    field => field !== 'id' && field !== 'caseId' && !Object.hasOwn(own, field),
  )
  const named = parts.flatMap(({ fields: some }) => some)
  const [first, ...others] = parts
  const rest = { ...(first ?? part([], 'who')), fields: fields.filter(field => !named.includes(field)) }
  return {
    name,
    ofCase: key === 'case',
    ofPerson: key === 'person',
    fixed: shape.fixed ?? false,
    letter: shape.letter ?? null,
    fields,
    parts: [rest, ...others],
    blank: { ...own, ...shape.blank },
    personIdsOf: about,
    rowsOf: (db, caseId) =>
      key === 'case'
        ? ([rows.byId(db, caseId)].filter(Boolean) as Row[])
        : (rows.ofCase(db, caseId) as Row[]),
    byId: (db, id) => rows.byId(db, id) as Row | null,
    insert: (db, row) => rows.insert(db, row as never),
    update: (db, row) => rows.update(db, row as never),
    remove: (db, id) => rows.remove(db, id as never),
    isValid: (field, value) => {
      const read = model.shape[field]?.safeParse(value)
      return read?.success === true && JSON.stringify(read.data) === JSON.stringify(value)
    },
    isRow: row => model.safeParse(row).success,
  }
}

/** Every table a case is shared as, in the order in which rows can be added. */
export const sharedTables: readonly SharedTable[] = [
  shared('case_file', {
    rows: cases,
    model: CaseFile,
    key: 'case',
    own: { code: '', owner: '', retentionReviewOn: '', changedAt: '', state: '' },
    parts: [
      part([], 'who'),
      part(['danger', 'dangerWhy'], 'danger'),
      part(['account'], 'acts', 'name'),
      part(['safeContact'], 'situation'),
    ],
    blank: { danger: 'unknown', dangerWhy: '', account: '', safeContact: kept },
  }),
  shared('person', {
    rows: persons,
    model: Person,
    letter: 'P',
    own: { hasIdentity: false },
    parts: [
      part([], 'who'),
      part(
        ['roles', 'gender', 'ageBand', 'characteristics', 'linkToCooperator', 'remunerated'],
        'who',
        'role',
      ),
      part(['region'], 'who', 'region'),
      part(['situation'], 'situation'),
      part(['wishes', 'wishesLanguage', 'wishesTranslation'], 'wishes'),
      part(['note'], 'who', 'name'),
    ],
    blank: {
      roles: [],
      gender: kept,
      ageBand: kept,
      characteristics: [],
      linkToCooperator: kept,
      remunerated: kept,
      region: kept,
      situation: kept,
      wishes: kept,
      wishesLanguage: null,
      wishesTranslation: '',
      note: '',
    },
    about: itself,
  }),
  shared('perpetrator', {
    rows: perpetrators,
    model: Perpetrator,
    letter: 'A',
    parts: whole('perpetrators'),
  }),
  shared('engagement', {
    rows: engagements,
    model: Engagement,
    parts: whole('engagement'),
    about: itsPersons,
  }),
  shared('act', {
    rows: acts,
    model: Act,
    parts: [part([], 'acts'), part(['region'], 'acts', 'region')],
    blank: { region: kept },
    about: itsPersons,
  }),
  shared('scope_test', {
    rows: scopeTests,
    model: ScopeTest.extend({ id: CaseId }),
    key: 'case',
    parts: whole('acts'),
  }),
  shared('consent_talk', {
    rows: talks,
    model: ConsentTalk,
    fixed: true,
    parts: whole('who'),
    about: itsPerson,
  }),
  shared('consent_decision', {
    rows: consents,
    model: ConsentDecision,
    fixed: true,
    parts: whole('who'),
    about: itsPerson,
  }),
  shared('consent_event', {
    rows: consentEvents,
    model: ConsentEvent,
    fixed: true,
    parts: whole('who'),
    about: itsPerson,
  }),
  shared('risk_event', {
    rows: riskEvents,
    model: RiskEvent,
    fixed: true,
    parts: whole('danger'),
    about: itsPerson,
  }),
  shared('risk_assessment', {
    rows: risks,
    model: RiskAssessment,
    fixed: true,
    parts: [part([], 'danger'), part(['ownView', 'differs'], 'own_view')],
    about: itsPerson,
  }),
  shared('evidence_source', {
    rows: evidenceSources,
    model: EvidenceSource,
    letter: 'S',
    parts: whole('documents'),
  }),
  shared('claim', { rows: claims, model: Claim, letter: 'C', parts: whole('acts') }),
  shared('information', { rows: information, model: Information, parts: whole('documents') }),
  shared('case_proof', { rows: proofs, model: Proof, key: 'case', parts: whole('acts') }),
  shared('source_message', {
    rows: messages,
    model: SourceMessage,
    fixed: true,
    parts: whole('documents', 'name'),
  }),
  shared('attachment', {
    rows: attachments,
    model: Attachment,
    fixed: true,
    parts: whole('documents', 'name'),
  }),
  shared('safe_contact', {
    rows: contacts,
    model: SafeContact,
    key: 'person',
    own: { changedAt: '' },
    parts: whole('situation'),
    about: itself,
  }),
  shared('check_in_plan', {
    rows: checkInPlans,
    model: CheckInPlan,
    key: 'person',
    parts: whole('situation'),
    about: itself,
  }),
  shared('check_in', {
    rows: checkIns,
    model: CheckIn,
    fixed: true,
    parts: whole('situation'),
    about: itsPerson,
  }),
  shared('protection_plan', {
    rows: plans,
    model: Plan,
    key: 'person',
    own: { changedAt: '' },
    parts: whole('situation'),
    about: itself,
  }),
  shared('case_mark', { rows: marks, model: Mark, fixed: true, parts: whole('who') }),
  shared('action', {
    rows: actions,
    model: Action,
    letter: 'M',
    own: { approval: null, changedAt: '' },
    parts: whole('acts'),
    about: ({ draft }) => strings((draft as { readonly personIds?: unknown } | null)?.personIds),
  }),
  shared('action_entry', { rows: actionEntries, model: ActionEntry, fixed: true, parts: whole('acts') }),
  shared('disclosure', {
    rows: disclosures,
    model: Disclosed.extend({ caseId: CaseId }),
    fixed: true,
    parts: whole('who'),
  }),
]

/** One of them, by its name. */
export function sharedTable(name: SharedKind): SharedTable {
  const found = sharedTables.find(one => one.name === name)
  if (!found) throw new RangeError(name)
  return found
}

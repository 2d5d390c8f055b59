import { Act, Perpetrator } from '../../../shared/act/model.ts'
import { Action, ActionEntry } from '../../../shared/action/model.ts'
import { CaseCourse } from '../../../shared/case/course.ts'
import { Mark } from '../../../shared/case/clockModel.ts'
import { CaseFile } from '../../../shared/case/model.ts'
import { Disclosed, FollowUpTask } from '../../../shared/consent/followUp.ts'
import { ConsentDecision } from '../../../shared/consent/model.ts'
import type { Fact } from '../../../shared/consent/model.ts'
import { ConsentEvent } from '../../../shared/consent/review.ts'
import { ConsentTalk } from '../../../shared/consent/talk.ts'
import { Engagement } from '../../../shared/engagement/model.ts'
import { Claim, EvidenceSource, Information, Proof } from '../../../shared/evidence/claim.ts'
import { Attachment, SourceMessage } from '../../../shared/evidence/model.ts'
import type { HandedKind } from '../../../shared/exchange/caseDocument.ts'
import type { Element } from '../../../shared/gate/model.ts'
import { CaseId } from '../../../shared/model.ts'
import { IdentityBasis } from '../../../shared/person/basis.ts'
import { Person } from '../../../shared/person/model.ts'
import { CheckIn, CheckInPlan, Plan, SafeContact } from '../../../shared/plan/model.ts'
import { RiskAssessment, RiskEvent } from '../../../shared/risk/model.ts'
import { ScopeTest } from '../../../shared/scope/model.ts'
import { acts, perpetrators } from '../../act/repository.ts'
import { actionEntries, actions } from '../../action/repository.ts'
import { marks } from '../../case/clockRepository.ts'
import { courses } from '../../case/courseRepository.ts'
import { cases } from '../../case/repository.ts'
import { consentEvents, consents, followUps, talks } from '../../consent/repository.ts'
import { disclosures } from '../../disclosure/repository.ts'
import { engagements } from '../../engagement/repository.ts'
import { claims, evidenceSources, information, proofs } from '../../evidence/claimRepository.ts'
import { attachments, messages } from '../../evidence/repository.ts'
import { identityBases, persons } from '../../person/repository.ts'
import { checkInPlans, checkIns, contacts, plans } from '../../plan/repository.ts'
import { riskEvents, risks } from '../../risk/repository.ts'
import { scopeTests } from '../../scope/repository.ts'
import { part, shared } from './sharedTable.ts'
import type { Part, Row, SharedTable } from './sharedTable.ts'

const whole = (fact: Fact, element: Element = 'group'): Part[] => [{ fields: [], fact, element }]
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

/** How a case came. Without them a case is no more than its code and since when there is one: that concerns nobody. */
const intakeFacts = [
  'receivedOn',
  'channel',
  'language',
  'interpreter',
  'reporterRelation',
  'mandateToAct',
  'firstEntity',
]

/** Every table a case is shared as, in the order in which rows can be added. */
export const sharedTables: readonly SharedTable[] = [
  shared('case_file', {
    rows: cases,
    model: CaseFile,
    key: 'case',
    own: { code: '', owner: '', retentionReviewOn: '', changedAt: '', state: '' },
    parts: [
      part([], 'who'),
      part(intakeFacts, 'who'),
      part(['danger', 'dangerWhy'], 'danger'),
      part(['account'], 'acts', 'name'),
      part(['safeContact'], 'situation'),
    ],
    blank: {
      receivedOn: { said: '', precision: 'unknown', from: null, to: null },
      channel: 'unknown',
      language: kept,
      interpreter: kept,
      reporterRelation: kept,
      mandateToAct: kept,
      firstEntity: kept,
      danger: 'unknown',
      dangerWhy: '',
      account: '',
      safeContact: kept,
    },
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
  shared('information', {
    rows: information,
    model: Information,
    parents: ['claimId', 'sourceId'],
    parts: whole('documents'),
  }),
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
  shared('case_course', {
    rows: courses,
    model: CaseCourse.extend({ id: CaseId }),
    key: 'case',
    handedOnly: true,
    parts: whole('who'),
  }),
  shared('follow_up_task', {
    rows: followUps,
    model: FollowUpTask,
    handedOnly: true,
    parts: whole('who'),
  }),
  shared('identity_basis', {
    rows: identityBases,
    model: IdentityBasis,
    fixed: true,
    handedOnly: true,
    parts: whole('who'),
    about: itsPerson,
  }),
]

/** One of them, by its name. */
export function sharedTable(name: HandedKind): SharedTable {
  const found = sharedTables.find(one => one.name === name)
  if (!found) throw new RangeError(name)
  return found
}

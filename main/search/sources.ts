import type { CasePart } from '../../shared/case/model.ts'
import type { SearchKind } from '../../shared/search/model.ts'

/** How what is found in one table reads, as SQL expressions over its row. `{in}` stands before the name of another table. */
export interface Source {
  readonly table: string
  readonly kind: SearchKind
  readonly caseColumn: 'case_id' | 'id'
  /** The part of the case that shows it, what the item is called there before its id, and whose id that is. */
  readonly part: CasePart
  readonly prefix: string | null
  readonly item: string
  readonly label: string
  /** When it came in. */
  readonly since: string
  readonly texts: readonly string[]
}

const answer = (column: string) => `${column} ->> '$.value'`
const field = (column: string, ...names: string[]) => names.map(name => `${column} ->> '$.${name}'`)
/** One field of every element of a list, each on a line. */
const each = (column: string, path: string) =>
  `(SELECT group_concat(value ->> '${path}', char(10)) FROM json_each(${column}))`

const about = { caseColumn: 'case_id', item: 'id', label: `''` } as const
const labelOf = (table: string, column: string) =>
  `ifnull((SELECT label FROM {in}${table} AS other WHERE other.id = ${column}), '')`
const personLabel = labelOf('person', 'person_id')

/** Every table that is searched, in the order in which rows of one moment count as newer. */
export const sources: readonly Source[] = [
  {
    ...about,
    table: 'case_file',
    kind: 'case',
    caseColumn: 'id',
    part: 'intake',
    prefix: null,
    since: 'started_at',
    texts: ['code', 'account', 'danger_why', `replace(code, '-', '')`],
  },
  {
    ...about,
    table: 'case_mark',
    kind: 'case',
    part: 'dues',
    prefix: null,
    since: 'recorded_at',
    texts: ['note'],
  },
  {
    ...about,
    table: 'person',
    kind: 'person',
    label: 'label',
    part: 'persons',
    prefix: '',
    since: 'added_at',
    texts: ['label', answer('wishes'), 'wishes_translation', 'note'],
  },
  {
    ...about,
    table: 'engagement',
    kind: 'engagement',
    part: 'engagements',
    prefix: '',
    since: 'added_at',
    texts: ['note'],
  },
  { ...about, table: 'act', kind: 'act', part: 'acts', prefix: '', since: 'added_at', texts: ['account'] },
  {
    ...about,
    table: 'perpetrator',
    kind: 'act',
    label: 'label',
    part: 'acts',
    prefix: 'perpetrator-',
    since: 'added_at',
    texts: ['label', 'description'],
  },
  {
    ...about,
    table: 'action',
    kind: 'action',
    label: 'label',
    part: 'actions',
    prefix: '',
    since: 'started_at',
    texts: [
      'label',
      ...field('draft', 'detail', 'to', 'expected', 'riskOfActing', 'riskOfNotActing', 'safetyReason'),
    ],
  },
  {
    ...about,
    table: 'action_entry',
    kind: 'action',
    label: labelOf('action', 'action_id'),
    item: 'action_id',
    part: 'actions',
    prefix: '',
    since: 'recorded_at',
    texts: field(
      'event',
      'note',
      'text',
      'reason',
      'why',
      'ownWords.value.words',
      'ownWords.value.translation',
    ),
  },
  {
    ...about,
    table: 'evidence_source',
    kind: 'evidence',
    label: 'label',
    part: 'verification',
    prefix: 'source-',
    since: 'added_at',
    texts: ['label', 'description', 'reliability_note'],
  },
  {
    ...about,
    table: 'claim',
    kind: 'evidence',
    label: 'label',
    part: 'verification',
    prefix: 'claim-',
    since: 'added_at',
    texts: ['label', 'statement', ...field('assessment', 'reason', 'unknowns')],
  },
  {
    ...about,
    table: 'information',
    kind: 'evidence',
    label: labelOf('claim', 'claim_id'),
    part: 'verification',
    prefix: 'information-',
    since: 'added_at',
    texts: ['note'],
  },
  {
    ...about,
    table: 'case_proof',
    kind: 'evidence',
    caseColumn: 'id',
    part: 'verification',
    prefix: null,
    since: 'at',
    texts: ['note', 'unknowns'],
  },
  {
    ...about,
    table: 'source_message',
    kind: 'document',
    part: 'source',
    prefix: null,
    since: 'taken_in_at',
    texts: ['subject', 'text'],
  },
  {
    ...about,
    table: 'attachment',
    kind: 'document',
    part: 'source',
    prefix: null,
    since: `ifnull((SELECT taken_in_at FROM {in}source_message AS other WHERE other.id = source_id), '')`,
    texts: ['name'],
  },
  {
    ...about,
    table: 'brief',
    kind: 'document',
    part: 'brief',
    prefix: '',
    since: 'changed_at',
    texts: [
      'copy',
      ...field('draft', 'forRole', 'bottomLine', 'unknowns', 'stateView', 'riskOfActing', 'riskOfNotActing'),
      ...field('draft', 'actionsSoFar', 'followUp'),
      ...['what', 'benefit', 'risk', 'consentNeeded', 'who'].map(name =>
        each(`draft -> '$.options'`, `$.${name}`),
      ),
      `(SELECT group_concat(value, char(10)) FROM json_each(draft -> '$.talkingPoints'))`,
    ],
  },
  {
    ...about,
    table: 'consent_decision',
    kind: 'consent',
    label: personLabel,
    item: 'person_id',
    part: 'consent',
    prefix: 'person-',
    since: 'recorded_at',
    texts: ['document', each('conditions', '$.note'), 'evidence'],
  },
  {
    ...about,
    table: 'consent_talk',
    kind: 'consent',
    label: personLabel,
    part: 'consent',
    prefix: 'talk-',
    since: 'recorded_at',
    texts: [
      'capacity_note',
      'representation',
      'others_present',
      'withdraw_how',
      'why_not_written',
      'evidence',
    ],
  },
  {
    ...about,
    table: 'consent_event',
    kind: 'consent',
    label: personLabel,
    item: 'person_id',
    part: 'consent',
    prefix: 'person-',
    since: 'recorded_at',
    texts: ['note'],
  },
  {
    ...about,
    table: 'risk_assessment',
    kind: 'risk',
    label: personLabel,
    part: 'risk',
    prefix: 'risk-',
    since: 'assessed_at',
    texts: ['why', ...field('own_view', 'value.words', 'value.translation')],
  },
  {
    ...about,
    table: 'risk_event',
    kind: 'risk',
    label: personLabel,
    item: 'person_id',
    part: 'risk',
    prefix: 'person-',
    since: 'recorded_at',
    texts: ['note'],
  },
  {
    ...about,
    table: 'protection_plan',
    kind: 'plan',
    label: labelOf('person', 'id'),
    part: 'protection',
    prefix: 'person-',
    since: 'changed_at',
    texts: [
      ...['objective', 'kit', 'dependants', 'devices', 'legal', 'if_arrested', 'must_not'].map(answer),
      ...['detail', 'owner', 'trigger', 'riskOfActing'].map(name => each('measures', `$.${name}`)),
      'agreed_how',
    ],
  },
  {
    ...about,
    table: 'safe_contact',
    kind: 'plan',
    label: labelOf('person', 'id'),
    part: 'protection',
    prefix: 'person-',
    since: 'changed_at',
    texts: [...['hours', 'who_may_answer', 'never', 'device'].map(answer), 'wording', 'last_proof_how'],
  },
  {
    ...about,
    table: 'check_in',
    kind: 'plan',
    label: personLabel,
    item: 'person_id',
    part: 'protection',
    prefix: 'person-',
    since: 'recorded_at',
    texts: ['note'],
  },
]

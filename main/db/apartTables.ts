/** A table whose rows belong to cases, and so stand sealed when their case is for named people (ADR 0029). */
export interface ApartTable {
  readonly name: string
  /** An SQL expression that is unlike for every row. */
  readonly key: string
  /** Whose row it is: an SQL condition over the table, where `@caseId` is the case. */
  readonly ofCase: string
  /** The column that holds the case, when the table has one. */
  readonly caseColumn: 'case_id' | 'id' | null
  /** Whether its changes are in the record. */
  readonly isRecorded: boolean
  /** Opened one by one when asked for, never all at once: its rows are large. */
  readonly isLarge: boolean
}

const usual = { key: 'id', isRecorded: true, isLarge: false }

const withCase = (name: string): ApartTable => ({
  ...usual,
  name,
  ofCase: 'case_id = @caseId',
  caseColumn: 'case_id',
})
const ofTheCase = (name: string): ApartTable => ({
  ...usual,
  name,
  ofCase: 'id = @caseId',
  caseColumn: 'id',
})

const personsOf = '(SELECT id FROM main.person WHERE case_id = @caseId)'
const withPerson = (name: string, key: 'id' | 'person_id'): ApartTable => ({
  ...usual,
  name,
  key,
  ofCase: `${key} IN ${personsOf}`,
  caseColumn: null,
  isRecorded: key === 'id',
})

/**
 * Every table with something of a case in it, in the order in which rows are moved: what is found through a person, a
 * message or a brief comes before these.
 */
export const apartTables: readonly ApartTable[] = [
  withPerson('identity', 'id'),
  withPerson('identity_key', 'person_id'),
  withPerson('protection_words', 'id'),
  withPerson('protection_key', 'person_id'),
  {
    ...usual,
    name: 'original',
    ofCase: `id IN (SELECT id FROM main.source_message WHERE case_id = @caseId
                    UNION SELECT id FROM main.attachment WHERE case_id = @caseId)`,
    caseColumn: null,
    isRecorded: false,
    isLarge: true,
  },
  {
    ...usual,
    name: 'brief_package',
    key: 'package_id',
    ofCase: 'brief_id IN (SELECT id FROM main.brief WHERE case_id = @caseId)',
    caseColumn: null,
    isRecorded: false,
  },
  { ...withCase('label_gone'), key: `case_id || ':' || letter`, isRecorded: false },
  ...[
    'access_step',
    'act',
    'action_entry',
    'action',
    'approval_asking',
    'attachment',
    'source_message',
    'override_answer',
    'publication_check',
    'publication_reading',
    'brief',
    'case_mark',
    'check_in',
    'check_in_plan',
    'information',
    'claim',
    'evidence_source',
    'consent_event',
    'follow_up_task',
    'consent_decision',
    'consent_talk',
    'disclosure',
    'disposal',
    'engagement',
    'exchange_answer',
    'exchange_field',
    'exchange_merge',
    'exchange_notice',
    'file_answer',
    'file_asking',
    'forgetting',
    'gate_override',
    'harm_check',
    'identity_basis',
    'paper',
    'perpetrator',
    'protection_plan',
    'recall_decision',
    'report_decision',
    'risk_assessment',
    'risk_event',
    'safe_contact',
    'share',
    'person',
  ].map(withCase),
  ...['case_course', 'case_proof', 'scope_test', 'case_file'].map(ofTheCase),
]

const byName = new Map(apartTables.map(one => [one.name, one]))

/** What is known of a table with something of a case in it; nothing for any other. */
export const apartTable = (name: string): ApartTable | undefined => byName.get(name)

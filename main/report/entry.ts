import { createHmac } from 'node:crypto'
import { linesOf } from '../../shared/brief/lines.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { GateReason, GateResult } from '../../shared/gate/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import type { ContributionEntry } from '../../shared/report/document.ts'
import type { ReportEntry } from '../../shared/report/entry.ts'
import { wordsIn } from '../../shared/report/entry.ts'
import { addedTo, codesOf } from '../../shared/vocabulary/index.ts'
import type { VocabularyId } from '../../shared/vocabulary/index.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { Alike } from '../../shared/leak/model.ts'
import { judge } from '../action/judge.ts'
import type { QueryContext } from '../handler.ts'
import {
  identitiesOf,
  identitySecrets,
  nameSecrets,
  secret,
  sourceSecrets,
  textsOf,
} from '../leak/secrets.ts'
import { searchLeaving } from '../leak/search.ts'
import { sayIn } from '../text.ts'
import { caseView } from '../views/caseView.ts'
import type { Standing } from './cases.ts'

/** The entry of one case as it would leave now. */
export interface JudgedEntry {
  readonly result: GateResult
  readonly entry: ContributionEntry
  /** Whether the author's paragraph is among what may be told: it can be left out like any other line. */
  readonly isTold: boolean
  /** Texts that must not be told and stand in what the author wrote. */
  readonly leaks: number
  readonly alike: readonly Alike[]
  readonly fingerprint: string
}

/** What an entry is called in a package: the same for the same case and window, and nobody can tell which case. */
export const refOf = ({ key }: Pick<QueryContext, 'key'>, caseId: CaseId, ordinal: number): string =>
  createHmac('sha256', key('report')).update(`${caseId} ${ordinal}`).digest('hex').slice(0, 16)

/** Asks the gate about an entry, compiles what it lets out, and searches what the author wrote for what must stay. */
export function judgeEntry(context: QueryContext, standing: Standing): JudgedEntry | null {
  const { action, file } = standing
  const written = action?.draft.entry
  if (!action || !written) return null
  const { db, now, today } = context
  const content = caseView(db, { caseId: file.id, now, today })
  const all = linesOf(content)
  const { lines, result, fingerprint } = judge(db, { action, content, all })
  const said = lines.filter((_, at) => result.lines[at]?.verdict === 'said')
  const identities = identitiesOf(
    context,
    content.persons.map(({ id }) => id),
  )
  const named = new Set(said.flatMap(line => (line.element === 'name' ? line.personIds : [])))
  const names = [...named].flatMap(id => identities.get(id)?.name ?? [])
  const say = sayIn('en')
  const spoken = new Set(said.flatMap(line => textsOf(line.pieces, say)))
  const withheld = all.filter(({ key }) => !said.some(line => line.key === key))
  const isNamed = (id: PersonId) => named.has(id)
  const secrets: Secret[] = [
    ...[...identities].flatMap(([id, who]) => identitySecrets(id, who, isNamed(id))),
    ...sourceSecrets(content),
    ...secret('case:code', [file.code]),
    ...withheld.flatMap(line => secret(line.key, textsOf(line.pieces, say))),
  ].filter(({ text }) => !spoken.has(text))
  const sounding = [...identities].flatMap(([id, who]) => nameSecrets(id, who, isNamed(id)))
  const parts = [
    { where: 'text', text: written.text },
    { where: 'references', text: written.references.join('\n') },
  ]
  const found = searchLeaving({ secrets, names: sounding }, parts)
  const ref = refOf(context, file.id, written.ordinal)
  return {
    result,
    fingerprint,
    isTold: isSaid(said, 'entryText'),
    entry: entryOf(written, { ref, said, names }),
    leaks: found.leaks.length,
    alike: found.alike,
  }
}

const isSaid = (said: readonly BriefLine[], field: string) =>
  said.some(({ key }) => key.startsWith('entry:') && key.endsWith(`:${field}`))

interface Said {
  readonly ref: string
  readonly said: readonly BriefLine[]
  readonly names: readonly string[]
}

/** The entry as data: the author's paragraph, and codes out of the lines the gate let out. */
function entryOf(written: ReportEntry, { ref, said, names }: Said): ContributionEntry {
  const { level, annex, text, references, reply } = written
  return {
    ref,
    level,
    annex,
    names: level === 'named' ? [...names] : [],
    state: told(said, 'country')[0] ?? null,
    regions: told(said, 'region'),
    period: periodOf(said),
    forms: told(said, 'formOfAct'),
    perpetrators: told(said, 'perpetratorClass'),
    entities: told(said, 'unEntity'),
    reply,
    references: isSaid(said, 'entryReferences') ? [...references] : [],
    text,
    words: wordsIn(text),
  }
}

/** The codes of one list that are said, each once; a code of this office alone leaves as `other`. */
function told(said: readonly BriefLine[], list: VocabularyId): string[] {
  const start = `vocabulary.${list}.`
  const codes = said
    .flatMap(({ pieces }) => pieces.flatMap(piece => ('code' in piece ? [piece.code] : [])))
    .filter(code => code.startsWith(start))
    .map(code => elsewhere(code.slice(start.length)))
  return [...new Set(codes)].filter(code => codesOf(list).some(one => one === code)).toSorted()
}

/** What a code is called in another vault. */
export const elsewhere = (code: string): string => (addedTo(code) === null ? code : 'other')

/** The first and the last month of the acts that are said. */
function periodOf(said: readonly BriefLine[]): ContributionEntry['period'] {
  const dates = said
    .filter(({ key }) => key.startsWith('act:'))
    .flatMap(({ pieces }) => pieces.flatMap(piece => ('date' in piece ? [piece.date] : [])))
  const [from] = dates.flatMap(date => date.from ?? []).toSorted()
  const to = dates
    .flatMap(date => date.to ?? [])
    .toSorted()
    .at(-1)
  return from && to ? { from: from.slice(0, 7), to: to.slice(0, 7) } : null
}

/** Reasons that somebody can still do something about; a line is not left out for them. */
const resolvable: readonly GateReason[] = [
  'condition-not-met',
  'condition-not-yet',
  'talk-incomplete',
  'best-interest-only-life-saving',
]

/** Lines that an entry never tells as they stand in the case: words somebody said, and how they were checked. */
const neverTold = ['account', 'perpetratorText', 'verification', 'sources', 'proof', 'situation']

/** Keys of lines that an entry leaves out from the start: what consent does not let out. */
export const leftOut = (lines: readonly BriefLine[], result: GateResult): string[] =>
  lines
    .filter(({ key }, at) => {
      const verdict = result.lines[at]
      const field = key.split(':').at(-1) ?? ''
      const isShut =
        verdict?.verdict === 'blocked' && !verdict.findings.some(({ reason }) => resolvable.includes(reason))
      return !key.startsWith('entry:') && (neverTold.includes(field) || isShut)
    })
    .map(({ key }) => key)

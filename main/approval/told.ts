import { countsOf } from '../../shared/approval/model.ts'
import type { RequestDocument, RequestLine } from '../../shared/approval/model.ts'
import { besidesApproval } from '../../shared/approval/rules.ts'
import type { BriefLine, Piece } from '../../shared/brief/model.ts'
import type { Address } from '../../shared/gate/consent.ts'
import type { GateResult, GrantedOverride, LineVerdict } from '../../shared/gate/model.ts'
import { gate } from '../../shared/gate/rules.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Item } from '../gate/outgoing.ts'
import type { standingFor } from '../gate/standing.ts'

/** What the gate is asked about a colleague. */
export interface Telling {
  readonly item: Item
  readonly address: Address
  readonly standing: ReturnType<typeof standingFor>
  /** What would leave if the answer is yes, in the order of the paper. */
  readonly leaving: readonly BriefLine[]
  /** The assessed danger of everybody it tells of, as lines of the case. */
  readonly danger: readonly BriefLine[]
  readonly conditionsMet: Parameters<typeof gate>[0]['conditionsMet']
  /** The override that is asked for, where whoever asks may let a file out by themself. */
  readonly granted: readonly GrantedOverride[]
}

/** That a name would be told is shown; the name is not. */
const withoutName = (line: BriefLine): BriefLine =>
  line.element === 'name' || line.element === 'initials' ? { ...line, element: 'group' } : line

/**
 * What the colleague may be told, by the one gate: a file (G5) to somebody of their class. What they may not know is
 * withheld; the rest leaves together. The approval that this asks for is not asked for before it can be asked.
 */
export function toldTo(telling: Telling): GateResult {
  const { item, address, standing, conditionsMet, granted } = telling
  const lines = [...telling.leaving, ...telling.danger].map(withoutName)
  const ask = (withheld: readonly string[]) =>
    gate({
      ...standing,
      ...address,
      gate: 'G5',
      isPackage: true,
      lines,
      withheld,
      conditionsMet,
      approval: null,
      author: item.author,
      fingerprint: item.content,
      content: item.content,
      overrides: granted,
    })
  const shut = ask([])
    .lines.filter(({ verdict }) => verdict === 'blocked')
    .map(({ key }) => key)
  return ask(shut)
}

/** Why nothing may be sent to the colleague, or `null`. */
export function refusalToTell(result: GateResult, document: RequestDocument): RefusalCode | null {
  const { leave, unseen } = countsOf(document)
  if (leave === unseen) return 'approval/nothing-may-be-shown'
  if (besidesApproval(result).length > 0) return 'approval/not-ready'
  return document.asks === 'reading' && unseen > 0 ? 'approval/not-all-may-be-shown' : null
}

interface Shown {
  readonly item: Item
  readonly leaving: readonly BriefLine[]
  readonly result: GateResult
  /** Keys that only the override opens. */
  readonly opened: readonly string[]
  readonly words: Readonly<Record<string, string>>
}

/** Every line of the item as the colleague is shown it, in the order of the paper. */
export function requestLines({ item, leaving, result, opened, words }: Shown): RequestLine[] {
  const toThem = new Map(result.lines.map(verdict => [verdict.key, verdict]))
  const keys = new Set(leaving.map(({ key }) => key))
  return item.lines.map((line, at) => {
    const leaves = keys.has(line.key)
    const own = item.result.lines[at]
    const verdict = leaves ? toThem.get(line.key) : own
    const isShown = leaves && verdict?.verdict === 'said'
    return {
      fact: line.fact,
      label: line.label,
      about: line.about,
      leaves,
      opened: opened.includes(line.key),
      said: isShown ? saidOf(line, words) : null,
      why: isShown && !opened.includes(line.key) ? [] : reasonsOf(isShown ? own : verdict),
    }
  })
}

const reasonsOf = (verdict: LineVerdict | undefined) => [
  ...new Set((verdict?.findings ?? []).map(({ reason }) => reason)),
]

/** A code in the words the office has for it: a code it added means nothing elsewhere. */
function saidOf(line: BriefLine, words: Readonly<Record<string, string>>): Piece[] {
  if (line.element === 'name') return [{ code: 'approval.nameTold' }]
  return line.pieces.map(piece => {
    const own = 'code' in piece ? words[piece.code] : undefined
    return own === undefined ? piece : { text: own }
  })
}

import type { BriefLine } from '../shared/brief/model.ts'
import type { CaseView } from '../shared/case/model.ts'
import { isShutBy } from '../shared/exchange/notices.ts'
import type {
  Approval,
  Asking,
  ConditionMet,
  Finding,
  GateResult,
  LineVerdict,
} from '../shared/gate/model.ts'
import { placeOf } from './part.ts'
import type { Text } from './text.tsx'
import type { Way } from './ui/index.ts'

/** What of it its author decides line by line. */
export interface Choice {
  readonly withheld: readonly string[]
  readonly conditionsMet: readonly ConditionMet[]
}

/** Anything that may leave a case, as far as showing what stops it needs to know. */
export interface Stoppable extends Pick<Choice, 'conditionsMet'> {
  /** First part of the text keys that name it. */
  readonly kind: 'brief' | 'action' | 'paper' | 'share'
  readonly id: string
  readonly view: CaseView
  readonly places: Places
  /** Changes some of what the author decides. `true` when it was done. */
  readonly change: (part: Partial<Choice>) => Promise<boolean>
}

/** Something that may leave a case, as the pages that ask the gate show it: a brief, an action. */
export interface Outward extends Choice, Stoppable {
  readonly kind: 'brief' | 'action' | 'share'
  /** Every line it could say, with `result.lines` in the same order. */
  readonly lines: readonly BriefLine[]
  readonly result: GateResult
  readonly author: string
  readonly approval: (Pick<Approval, 'by' | 'sole' | 'at'> & { readonly current: boolean }) | null
  readonly asking: Asking | null
  /** `true` when it was done; so for the others. */
  readonly approve: (given: { readonly sole: boolean; readonly statement: string }) => Promise<boolean>
  readonly ask: (words: string) => Promise<boolean>
  readonly decline: (words: string) => Promise<boolean>
}

/** Addresses of its own pages: itself, what is said, the do-no-harm check, approval, the check for publication. */
export interface Places {
  readonly item: string
  readonly content: string
  readonly harm: string
  readonly approval: string
  /** `null` for what is never published. */
  readonly publication: string | null
  /** Where an override is asked for and answered; left out where none can ever be granted. */
  readonly override?: string
  /** Where a person is asked for the answer it lacks; `undefined`: where any answer is recorded. */
  readonly ask?: (personId: string) => string
}

/** A line with what the gate says of it. */
export interface JudgedLine {
  readonly line: BriefLine
  readonly verdict: LineVerdict
}

/** The lines the gate says one thing of, in their order. */
export const linesThat = (
  { lines, result }: Pick<Outward, 'lines' | 'result'>,
  verdict: LineVerdict['verdict'],
): JudgedLine[] =>
  lines.flatMap((line, at): JudgedLine[] => {
    const judged = result.lines[at]
    return judged?.verdict === verdict ? [{ line, verdict: judged }] : []
  })

/** Findings of the whole that are resolved where it is decided what is said, or elsewhere on the case. */
export const contentFindings = ({ result }: Pick<Outward, 'result'>): Finding[] =>
  result.findings.filter(({ place }) => place !== 'harm' && place !== 'approval' && place !== 'together')

/** What a line is about, in a few words: "Wishes, P1". */
export const lineName = (text: Text, { label, about }: BriefLine): string =>
  about === '' ? text(label) : text('gate.lineAbout', { label: text(label), about })

/** The neutral code of whom a finding is about; empty when it is about nobody. */
export const aboutOf = ({ persons }: CaseView, { personId }: Finding): string =>
  persons.find(({ id }) => id === personId)?.label ?? ''

/** The reason as a sentence, with the person it is about. */
export function reasonOf(text: Text, view: CaseView, finding: Finding): string {
  const about = aboutOf(view, finding)
  const sentence = text(`gate.${finding.reason}`)
  return about === '' ? sentence : text('gate.reasonAbout', { about, sentence })
}

/** The place that resolves a finding; `undefined` when it is this very page, or there is none. */
export function wayTo(text: Text, outward: Stoppable, finding: Finding): Way | undefined {
  const href = addressOf(outward, finding)
  const { kind } = outward
  if (href === null) return undefined
  return {
    label: text(finding.place === 'brief' ? `${kind}.goToContent` : `gate.goTo.${finding.place}`),
    href,
  }
}

/** The place that resolves the first thing in the way: what only the person can answer before everything else. */
export function firstWay(text: Text, outward: Outward): Way | undefined {
  const blocked = linesThat(outward, 'blocked').flatMap(({ verdict }) => verdict.findings)
  const [first] = [...blocked, ...outward.result.findings.filter(({ place }) => place !== 'approval')]
  return first && wayTo(text, outward, first)
}

/** Where it is decided what a recall means for a case: the package that was called back. */
function recallPlace({ packages }: CaseView): string {
  const recalled = packages.findLast(({ cases }) =>
    cases.some(({ standing }) => standing && isShutBy(standing)),
  )
  return ['/handover/exchanged', recalled?.id ?? ''].join('/')
}

function addressOf({ view, places }: Stoppable, { place, personId }: Finding): string | null {
  if (place === 'consent' && personId && places.ask) return places.ask(personId)
  switch (place) {
    case 'consent':
    case 'risk':
      return placeOf(view, place, personId ? `new-${personId}` : '')
    case 'hold':
      return placeOf(view)
    case 'recall':
      return recallPlace(view)
    case 'persons':
    case 'intake':
    case 'scope':
    case 'verification':
      return placeOf(view, place)
    case 'harm':
      return places.harm
    case 'approval':
      return places.approval
    case 'publication':
      return places.publication
    case 'brief':
      return places.content
    case 'reader':
      return `${places.item}/reader`
    case 'together':
      return `${places.item}/known`
  }
}

import type { Fact } from '../consent/model.ts'
import type { Outgoing } from '../gate/model.ts'
import type { Person } from '../person/model.ts'
import type { LeftOut, PaperDraft, PaperKind, PaperPart, SaidPaper } from './model.ts'
import { ownTexts, sayPhrase, type Entry, type Voice } from './phrase.ts'
import { planOnPaper } from './plan.ts'
import { partsOf } from './model.ts'
import { sheetOf, type SheetContent } from './sheet.ts'

/** One part of a paper with what stands in it. */
export interface FilledPart {
  readonly part: PaperPart
  readonly entries: readonly Entry[]
}

interface Subject {
  readonly content: SheetContent
  readonly person: Person
}

/** Everything a paper of one kind could say of a person, part by part; `null` when there is no plan to print. */
export function allParts({ content, person }: Subject, kind: PaperKind): FilledPart[] | null {
  const plan = content.protection.plans.find(({ id }) => id === person.id)
  if (kind === 'plan' && !plan) return null
  const filled: Readonly<Partial<Record<PaperPart, readonly Entry[]>>> =
    kind === 'plan' && plan ? planOnPaper({ view: content, person, plan }) : sheetOf({ content, person })
  return partsOf(kind).map(part => ({ part, entries: filled[part] ?? [] }))
}

/** What goes on a paper, and what of it stays off because it names a code. */
export interface Written {
  readonly parts: readonly FilledPart[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * The parts that were chosen, without whatever names a code of the case. A code on a paper leads back to the case, and
 * that of somebody else tells of somebody else.
 */
export function writtenParts(
  subject: Subject,
  { kind, parts, withCode }: Pick<PaperDraft, 'kind' | 'parts' | 'withCode'>,
): Written {
  const chosen = (allParts(subject, kind) ?? []).filter(({ part }) => parts.includes(part))
  const judged = chosen.map(({ part, entries }) => ({
    part,
    judged: entries.map(one => ({ entry: one, names: namedIn(one, subject) })),
  }))
  const stays = (names: LeftOut['names'] | null) => names === 'another' || (names === 'own-code' && !withCode)
  return {
    parts: judged
      .map(({ part, judged: all }) => ({
        part,
        entries: all.filter(({ names }) => !stays(names)).map(one => one.entry),
      }))
      .filter(({ entries }) => entries.length > 0),
    leftOut: judged.flatMap(({ part, judged: all }) =>
      all.flatMap(({ names }) => (names !== null && stays(names) ? [{ part, names }] : [])),
    ),
  }
}

/** Which code words typed on an entry name, the more telling first. */
function namedIn(one: Entry, { content, person }: Subject): LeftOut['names'] | null {
  const codes = ownTexts(one).flatMap(text => [...text.matchAll(codeShape)].map(([code]) => bareCode(code)))
  const isCase = ownTexts(one).some(text => bareCode(text).includes(bareCode(content.case.code)))
  const own = bareCode(person.label)
  if (isCase || codes.some(code => code !== own)) return 'another'
  return codes.length > 0 ? 'own-code' : null
}

/**
 * The code of a person, of somebody alleged or of an action as a word of its own, whatever script stands beside it. The
 * shape counts: a code that is on the case no more still leads to it.
 */
const codeShape = /(?<![\p{Script=Latin}\p{N}])[PAM]\s?\p{N}{1,3}(?![\p{Script=Latin}\p{N}])/giu

const bareCode = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase()

const facts: Readonly<Record<PaperPart, Fact>> = {
  objective: 'situation',
  wishes: 'wishes',
  mustNot: 'wishes',
  measures: 'situation',
  next: 'situation',
  kit: 'situation',
  dependants: 'situation',
  devices: 'situation',
  legal: 'situation',
  ifArrested: 'danger',
  held: 'documents',
  agreed: 'wishes',
  told: 'documents',
  done: 'situation',
  change: 'wishes',
}

/** What would leave, as the gate sees it: one line a part, about this person alone, showing nothing of who they are. */
export const outgoing = (kind: PaperKind, { parts }: Written, person: Person): Outgoing[] =>
  parts.map(({ part }) => ({
    key: `${kind}:${part}`,
    fact: facts[part],
    element: 'group',
    personIds: [person.id],
  }))

interface Sayable extends Pick<Written, 'parts'> {
  /** Whether the case is invented: then the paper says so before anything else. */
  readonly practice?: boolean
}

/** A paper in its language. */
export function saidPaper(kind: PaperKind, { parts, practice = false }: Sayable, voice: Voice): SaidPaper {
  const { say, language } = voice
  return {
    kind,
    language,
    title: say(`sheet.${kind}.title`),
    lead: practice ? say('sheet.practice') : say(`sheet.${kind}.lead`),
    parts: parts.map(({ part, entries }) => ({
      part,
      title: say(`sheet.part.${part}`),
      entries: entries.map(({ words, under }) => ({
        words: sayPhrase(words, voice),
        under: under.map(one => sayPhrase(one, voice)),
      })),
    })),
    foot: say(`sheet.${kind}.foot`),
  }
}

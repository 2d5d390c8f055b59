import type { CaseView } from '../case/model.ts'
import { situationOf } from '../case/rules.ts'
import type { Fact } from '../consent/model.ts'
import type { Claim } from '../evidence/claim.ts'
import { standingOf } from '../evidence/rules.ts'
import type { Element } from '../gate/model.ts'
import { valueOf } from '../model.ts'
import type { PersonId } from '../model.ts'
import type { Person } from '../person/model.ts'
import type { BriefLine, Piece } from './model.ts'

/** The parts of an open case a brief is assembled from. */
export type BriefContent = Pick<
  CaseView,
  | 'case'
  | 'persons'
  | 'engagements'
  | 'acts'
  | 'perpetrators'
  | 'risks'
  | 'messages'
  | 'attachments'
  | 'verification'
>

const code = (list: string, value: string): Piece => ({ code: `vocabulary.${list}.${value}` })
const codes = (list: string, values: readonly string[]): Piece[] => values.map(value => code(list, value))
const words = (text: string): Piece[] => (text === '' ? [] : [{ text }])

interface Subject {
  readonly kind: string
  readonly id: string
  readonly about: string
  readonly personIds: readonly PersonId[]
}

interface Content {
  readonly field: string
  readonly fact: Fact
  readonly element?: Element
  readonly pieces: readonly Piece[]
  /** A line without pieces is still a line (the name, which is put in only when it may be said). */
  readonly always?: boolean
}

const lineOf = (
  { kind, id, about, personIds }: Subject,
  { field, fact, element = 'group', pieces, always }: Content,
): BriefLine[] =>
  pieces.length === 0 && !always
    ? []
    : [
        {
          key: `${kind}:${id}:${field}`,
          fact,
          element,
          personIds: [...personIds],
          label: `brief.line.${field}`,
          about,
          pieces: [...pieces],
        },
      ]

/**
 * Everything a brief could say of a case, one line each, in the order of the paper.
 *
 * Names are lines without words: they are put in only after the gate let them out. What joins a case to nobody in
 * particular concerns every victim, and everybody when there is no victim.
 */
export function linesOf(content: BriefContent): BriefLine[] {
  return [
    ...content.persons.flatMap(person => personLines(person, content)),
    ...content.engagements.flatMap(one => engagementLines(one, content)),
    ...content.acts.flatMap(one => actLines(one, content)),
    ...content.perpetrators.flatMap(one => perpetratorLines(one, content)),
    ...content.verification.claims.flatMap(one => claimLines(one, content)),
    ...caseLines(content),
  ]
}

const concerned = (personIds: readonly PersonId[], { persons }: BriefContent): PersonId[] => {
  if (personIds.length > 0) return [...personIds]
  const victims = persons.filter(person => person.parts.includes('victim'))
  return (victims.length > 0 ? victims : persons).map(person => person.id)
}

function personLines(person: Person, { risks }: BriefContent): BriefLine[] {
  const subject = { kind: 'person', id: person.id, about: person.label, personIds: [person.id] }
  const line = (content: Content) => lineOf(subject, content)
  const optional = (list: string, value: string | null) => (value === null ? [] : [code(list, value)])
  const risk = situationOf(risks, person.id)
  return [
    ...line({
      field: 'unit',
      fact: 'who',
      pieces: [
        code('victimUnit', person.unit),
        ...person.parts.map(part => ({ code: `person.part.${part}` })),
      ],
    }),
    ...line({ field: 'name', fact: 'who', element: 'name', pieces: [], always: person.hasIdentity }),
    ...line({ field: 'roles', fact: 'who', element: 'role', pieces: codes('victimRole', person.roles) }),
    ...line({
      field: 'profile',
      fact: 'who',
      element: 'role',
      pieces: [
        ...optional('gender', valueOf(person.gender)),
        ...optional('ageBand', valueOf(person.ageBand)),
      ],
    }),
    ...line({
      field: 'region',
      fact: 'who',
      element: 'region',
      pieces: optional('region', valueOf(person.region)),
    }),
    ...line({
      field: 'situation',
      fact: 'situation',
      pieces: optional('victimSituation', valueOf(person.situation)),
    }),
    ...line({
      field: 'wishes',
      fact: 'wishes',
      pieces: [...words(valueOf(person.wishes) ?? ''), ...words(person.wishesTranslation)],
    }),
    ...line({ field: 'risk', fact: 'danger', pieces: risk ? [{ code: `risk.band.${risk.band}` }] : [] }),
    ...line({ field: 'ownView', fact: 'own_view', pieces: ownViewPieces(risk) }),
  ]
}

function ownViewPieces(risk: CaseView['risks'][number] | null): Piece[] {
  const view = risk && valueOf(risk.ownView)
  return view ? [{ code: `risk.band.${view.band}` }, ...words(view.words), ...words(view.translation)] : []
}

function engagementLines(one: CaseView['engagements'][number], content: BriefContent): BriefLine[] {
  const subject = {
    kind: 'engagement',
    id: one.id,
    about: withClaims(one, content),
    personIds: concerned(one.personIds, content),
  }
  const pieces = [
    code('cooperationType', one.kind),
    code('cooperationStatus', one.status),
    code('unEntity', one.entity),
    { date: one.when },
  ]
  return lineOf(subject, { field: 'engagement', fact: 'engagement', pieces })
}

function actLines(one: CaseView['acts'][number], content: BriefContent): BriefLine[] {
  const subject = {
    kind: 'act',
    id: one.id,
    about: withClaims(one, content),
    personIds: concerned(one.personIds, content),
  }
  const pieces = [
    code('formOfAct', one.form),
    code('actStatus', one.status),
    { date: one.when },
    ...codes('legalTool', one.legalTools),
  ]
  const region = valueOf(one.region)
  return [
    ...lineOf(subject, { field: 'act', fact: 'acts', pieces }),
    ...lineOf(subject, {
      field: 'actRegion',
      fact: 'acts',
      element: 'region',
      pieces: region ? [code('region', region)] : [],
    }),
    ...lineOf(subject, { field: 'account', fact: 'acts', pieces: words(one.account) }),
  ]
}

function perpetratorLines(one: CaseView['perpetrators'][number], content: BriefContent): BriefLine[] {
  const subject = { kind: 'perpetrator', id: one.id, about: one.label, personIds: concerned([], content) }
  const kind = valueOf(one.kind)
  const pieces = [code('perpetratorClass', one.class), ...(kind ? [code('perpetratorKind', kind)] : [])]
  return [
    ...lineOf(subject, { field: 'perpetrator', fact: 'perpetrators', pieces }),
    ...lineOf(subject, { field: 'perpetratorText', fact: 'perpetrators', pieces: words(one.description) }),
  ]
}

/**
 * How far one claim was checked, and how reliable its sources are: two lines, because they are two things. Neither says
 * what was alleged; the code of the claim joins them to the act or engagement they are about, where that is said.
 */
function claimLines(claim: Claim, content: BriefContent): BriefLine[] {
  const { verification } = content
  const fact = 'actId' in claim.about ? 'acts' : 'engagement'
  const personIds = concerned(about(claim, content)?.personIds ?? [], content)
  const subject = { kind: 'claim', id: claim.id, about: claim.label, personIds }
  const pieces = verification.information.filter(({ claimId }) => claimId === claim.id)
  const grades = verification.sources
    .filter(({ id }) => pieces.some(({ sourceId }) => sourceId === id))
    .map(({ reliability }) => reliability)
  const { status } = standingOf(claim, verification)
  return [
    ...lineOf(subject, { field: 'verification', fact, pieces: [code('verificationStatus', status)] }),
    ...lineOf(subject, {
      field: 'sources',
      fact,
      pieces: codes('sourceReliability', [...new Set(grades)].toSorted()),
    }),
  ]
}

/** What a claim is about; nothing when that is no longer on the case. */
const about = ({ about: what }: Claim, { acts, engagements }: BriefContent) =>
  'actId' in what
    ? acts.find(({ id }) => id === what.actId)
    : engagements.find(({ id }) => id === what.engagementId)

function caseLines(content: BriefContent): BriefLine[] {
  const { case: file, messages, attachments } = content
  const subject = { kind: 'case', id: file.id, about: '', personIds: concerned([], content) }
  const { proof } = content.verification
  const held = messages.length + attachments.length
  return [
    ...lineOf(subject, {
      field: 'danger',
      fact: 'danger',
      pieces: [code('immediateDanger', file.danger), ...words(file.dangerWhy)],
    }),
    ...lineOf(subject, {
      field: 'documents',
      fact: 'documents',
      pieces: held > 0 ? [{ text: String(held) }] : [],
    }),
    ...lineOf(subject, {
      field: 'proof',
      fact: 'acts',
      pieces: proof && proof.standard !== 'not_reached' ? [code('standardOfProof', proof.standard)] : [],
    }),
  ]
}

/** Whom something is about, and the claims there are on it: "P1 · C1". */
const withClaims = (
  one: { readonly id: string; readonly personIds: readonly PersonId[] },
  content: BriefContent,
) =>
  [
    labels(one.personIds, content),
    ...content.verification.claims
      .filter(({ about: what }) => Object.values(what).includes(one.id))
      .map(({ label }) => label),
  ]
    .filter(label => label !== '')
    .join(' · ')

const labels = (personIds: readonly PersonId[], { persons }: BriefContent) =>
  persons
    .filter(person => personIds.includes(person.id))
    .map(person => person.label)
    .join(', ')

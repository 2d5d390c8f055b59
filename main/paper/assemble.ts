import { wrapKeyOf } from '../access/wrapKey.ts'
import { createHash } from 'node:crypto'
import { withSentences } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import { reasonNotMeant } from '../../shared/leak/alike.ts'
import type { Alike } from '../../shared/leak/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { GateResult } from '../../shared/gate/model.ts'
import { gate } from '../../shared/gate/rules.ts'
import type { PaperId } from '../../shared/model.ts'
import { outgoing, saidPaper, writtenParts, type Written } from '../../shared/paper/document.ts'
import type { Paper, PaperView, SaidPaper } from '../../shared/paper/model.ts'
import type { Person } from '../../shared/person/model.ts'
import type { HarmCheck } from '../../shared/risk/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { standingFor } from '../gate/standing.ts'
import type { QueryContext } from '../handler.ts'
import { searchLeaving } from '../leak/search.ts'
import { identitiesOf, identitySecrets, nameSecrets, secret, sourceSecrets } from '../leak/secrets.ts'
import { sealedWords } from '../plan/repository.ts'
import { openWords } from '../plan/words.ts'
import { isPracticeVault } from '../practice/place.ts'
import { caseView } from '../views/caseView.ts'
import { paperById } from './repository.ts'
import { voiceIn } from './voice.ts'

/** A paper with everything that decides about it. */
export interface Assembled {
  readonly paper: Paper
  readonly content: CaseView
  readonly written: Written
  readonly document: SaidPaper
  readonly gate: GateResult
  readonly harmCheck: HarmCheck | null
  /** SHA-256 of the paper as it would leave. */
  readonly fingerprint: string
}

/** The address of every paper: to the person themself, to be in touch with them. */
export const address = { purpose: 'contact_victim_again', recipient: 'person_concerned' } as const

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** A person of a case. @throws Refused `person/gone` */
export function personIn({ persons }: Pick<CaseView, 'persons'>, personId: string): Person {
  const person = persons.find(({ id }) => id === personId)
  if (!person) throw new Refused('person/gone')
  return person
}

/** Assembles a paper as it would leave now. @throws Refused `paper/gone` */
export function assemble(context: QueryContext, paperId: PaperId): Assembled {
  const { db, now, today } = context
  const paper = paperById(db, paperId)
  const { draft, caseId, personId, author } = paper
  const content = caseView(db, { caseId, now, today })
  const person = personIn(content, personId)
  const written = writtenParts({ content, person }, draft)
  const lines = outgoing(draft.kind, written, person)
  const document = saidPaper(
    draft.kind,
    { ...written, practice: isPracticeVault(db) },
    voiceIn(draft.language),
  )
  const fingerprint = sha256([document, draft])
  const item = {
    id: paper.id,
    personIds: [personId],
    keys: lines.map(({ key }) => key),
    hasSafetyReason: draft.safetyReason !== '',
  }
  const standing = standingFor(db, { content, item })
  const result = gate({
    ...standing,
    ...address,
    gate: 'G5',
    channel: draft.channel,
    lines,
    withheld: [],
    conditionsMet: draft.conditionsMet,
    approval: null,
    author,
    fingerprint,
    content: sha256([draft, lines]),
  })
  const { harmCheck } = standing
  return { paper, content, written, document, gate: result, harmCheck, fingerprint }
}

/** What the window is shown of it. A paper that has left is shown as it left. */
export function viewOf(context: QueryContext, assembled: Assembled): PaperView {
  const { paper, content, written, document, gate: result, harmCheck } = assembled
  const { id, caseId, personId, author, draft, left, printing } = paper
  const leaving = left ?? printing
  return {
    id,
    caseId,
    personId,
    author,
    draft,
    harmCheck,
    document: leaving?.document ?? document,
    leftOut: [...written.leftOut],
    gate: result,
    alike: leaving ? [] : alikeOn(context, assembled),
    printingSince: printing?.at ?? null,
    left: left && { at: left.at, way: left.way },
    today: content.today,
  }
}

/** Words on a paper that may be somebody's name in another script or spelling, and why they are not. */
export function alikeOn(context: QueryContext, assembled: Assembled): (Alike & { reason: string | null })[] {
  const { content, document, paper } = assembled
  const ids = content.persons.map(({ id }) => id)
  const names = [...identitiesOf(context, ids)].flatMap(([id, identity]) => nameSecrets(id, identity, false))
  const parts = document.parts.flatMap(({ part: where, entries }) =>
    entries
      .flatMap(({ words, under }) => [words, ...under])
      .flatMap(({ own, text }) => (own ? [{ where, text }] : [])),
  )
  const { alike } = searchLeaving({ secrets: secretsOf(context, assembled), names }, parts)
  return alike.map(one => ({ ...one, reason: reasonNotMeant(one, paper.draft.notMeant) }))
}

/**
 * Everything that must not be on a paper of this person: who anybody is, the words that are kept sealed, what came in
 * from outside, and whatever is told of somebody else.
 */
export function secretsOf(context: QueryContext, { content, paper }: Assembled): Secret[] {
  const ids = content.persons.map(({ id }) => id)
  const others = linesOf(content).filter(({ personIds }) => !personIds.includes(paper.personId))
  return [
    ...[...identitiesOf(context, ids)].flatMap(([id, identity]) => identitySecrets(id, identity, false)),
    ...ids.flatMap(id => wordSecrets(context, id)),
    ...sourceSecrets(content),
    ...others.flatMap(({ key, pieces }) =>
      pieces.flatMap(piece => ('text' in piece ? secret(key, withSentences(piece.text)) : [])),
    ),
  ]
}

function wordSecrets(context: QueryContext, personId: Person['id']): Secret[] {
  const sealed = sealedWords(context.db, personId)
  if (!sealed) return []
  const words = openWords(sealed, { personId, vaultKey: wrapKeyOf(context, personId) })
  return Object.values(words).flatMap(text => secret(`words:${personId}`, withSentences(text)))
}

import { createHash } from 'node:crypto'
import { documentOf } from '../../shared/brief/document.ts'
import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Leak, Secret } from '../../shared/brief/leaks.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { BriefDocument, BriefLine, BriefView } from '../../shared/brief/model.ts'
import type { Say } from '../../shared/brief/paper.ts'
import type { Asking, GateResult } from '../../shared/gate/model.ts'
import { gate } from '../../shared/gate/rules.ts'
import type { BriefId, PersonId } from '../../shared/model.ts'
import type { Identity } from '../../shared/person/model.ts'
import type { HarmCheck } from '../../shared/risk/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, identitySecrets, secret, sourceSecrets, textsOf } from '../leak/secrets.ts'
import { isPracticeVault } from '../practice/place.ts'
import { caseView } from '../views/caseView.ts'
import { askingOf } from '../gate/askings.ts'
import { standingFor } from '../gate/standing.ts'
import { wordsOf } from '../../shared/settings/wording.ts'
import { currentEditions } from '../settings/repository.ts'
import { briefs } from './repository.ts'
import type { BriefRow } from './repository.ts'
import { sayIn } from '../text.ts'

/** A brief with everything that decides about it. */
export interface Assembled {
  readonly brief: BriefRow
  readonly lines: readonly BriefLine[]
  readonly gate: GateResult
  readonly document: BriefDocument
  /** SHA-256 of the document as it would leave, without its date and its approval. */
  readonly fingerprint: string
  /** SHA-256 of what it is made from, whatever the gate lets out of it: what an override is granted for. */
  readonly content: string
  readonly harmCheck: HarmCheck | null
  /** The last asking for approval, or "no" to it, since the brief was changed. */
  readonly asking: Asking | null
  /** Everything that must not be in the package. Never leaves the vault process. */
  readonly secrets: readonly Secret[]
  /** Withheld things that the author's own sentences give away. */
  readonly leaks: readonly Leak[]
}

/** The brief. @throws Refused `brief/gone` */
export function briefOf(context: Pick<QueryContext, 'db'>, briefId: BriefId): BriefRow {
  const brief = briefs.byId(context.db, briefId)
  if (!brief) throw new Refused('brief/gone')
  return brief
}

/** Assembles a brief as it would leave now: gate first, then only what the gate lets out. */
export function assemble(context: QueryContext, briefId: BriefId): Assembled {
  const { db, now, today } = context
  const brief = briefOf(context, briefId)
  const content = caseView(db, { caseId: brief.caseId, now, today })
  const lines = linesOf(content)
  const identities = identitiesOf(
    context,
    content.persons.map(person => person.id),
  )

  const standing = standingFor(db, {
    content,
    item: {
      id: brief.id,
      personIds: content.persons.map(({ id }) => id),
      keys: lines.map(({ key }) => key),
      hasSafetyReason: false,
    },
  })
  const { harmCheck } = standing
  const made = contentOf(brief, lines)
  const judge = (fingerprint: string) =>
    gate({
      ...standing,
      gate: 'G5',
      isPackage: true,
      purpose: brief.draft.purpose,
      recipient: brief.draft.recipient,
      channel: brief.draft.channel,
      lines,
      withheld: brief.draft.withheld,
      conditionsMet: brief.draft.conditionsMet,
      approval: brief.approval,
      author: brief.author,
      fingerprint,
      content: made,
    })
  const verdicts = judge('').lines
  const practice = isPracticeVault(db)
  const words = wordsOf(currentEditions(db), brief.draft.language)
  const current = documentOf({
    words,
    practice,
    draft: brief.draft,
    content,
    lines,
    verdicts,
    names: namesSaid({ lines, verdicts, identities }),
    copy: brief.copy,
    author: brief.author,
    approval: brief.approval,
    today,
  })
  const fingerprint = fingerprintOf(current)
  const isApproved = brief.approval?.of === fingerprint
  const document = isApproved ? current : { ...current, approvedBy: '', soleApproval: false }
  const secrets = secretsOf({
    lines,
    verdicts,
    identities,
    content,
    say: sayIn(brief.draft.language, words),
  })
  return {
    brief,
    lines,
    gate: judge(fingerprint),
    document,
    fingerprint,
    content: made,
    harmCheck,
    asking: askingOf(db, brief),
    secrets,
    leaks: findLeaks(secrets, [...authorsParts(document), ...saidParts({ lines, verdicts, identities })]),
  }
}

/** What the window is shown of it: all but the secrets. */
export function viewOf({
  brief,
  lines,
  gate: result,
  document,
  fingerprint,
  harmCheck,
  asking,
  leaks,
}: Assembled): BriefView {
  const { approval } = brief
  return {
    id: brief.id,
    caseId: brief.caseId,
    draft: brief.draft,
    lines: [...lines],
    gate: result,
    document: brief.sent?.document ?? document,
    leaks: brief.sent ? [] : [...leaks],
    harmCheck,
    approval: approval && {
      by: approval.by,
      sole: approval.sole,
      at: approval.at,
      current: approval.of === fingerprint,
    },
    author: brief.author,
    asking,
    state: brief.reply
      ? 'decided'
      : brief.sent
        ? 'sent'
        : approval?.of === fingerprint
          ? 'approved'
          : 'draft',
    sentAt: brief.sent?.at ?? null,
    reply: brief.reply,
  }
}

function fingerprintOf(document: BriefDocument): string {
  const { date: _date, approvedBy: _by, soleApproval: _sole, ...content } = document
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** SHA-256 of what the brief is made from, whatever the gate lets out of it. */
export const contentOf = ({ draft }: Pick<BriefRow, 'draft'>, lines: readonly BriefLine[]): string =>
  createHash('sha256')
    .update(JSON.stringify([draft, lines]))
    .digest('hex')

interface Judged {
  readonly lines: readonly BriefLine[]
  readonly verdicts: GateResult['lines']
  readonly identities: ReadonlyMap<PersonId, Identity>
}

const saidLines = ({ lines, verdicts }: Judged) =>
  lines.filter((_, index) => verdicts[index]?.verdict === 'said')

/** Names the gate let out, and no others. */
function namesSaid(judged: Judged): Map<PersonId, string> {
  return new Map(
    saidLines(judged)
      .filter(line => line.element === 'name')
      .flatMap(line => line.personIds)
      .flatMap(personId => {
        const name = judged.identities.get(personId)?.name
        return name ? [[personId, name] as const] : []
      }),
  )
}

interface SecretInput extends Judged {
  readonly content: ReturnType<typeof caseView>
  readonly say: Say
}

/** Every withheld text: identities, addresses, the account, and each line the gate did not let out. */
function secretsOf(input: SecretInput): Secret[] {
  const spoken = new Set(saidLines(input).flatMap(line => textsOf(line.pieces, input.say)))
  const names = namesSaid(input)
  return [
    ...[...input.identities].flatMap(([personId, identity]) =>
      identitySecrets(personId, identity, names.has(personId)),
    ),
    ...sourceSecrets(input.content),
    ...input.lines
      .filter((_, index) => input.verdicts[index]?.verdict !== 'said')
      .flatMap(line => secret(line.key, textsOf(line.pieces, input.say))),
  ].filter(one => !spoken.has(one.text))
}

/** What is said in words of its own, by its line: one person's account may give away another. */
const saidParts = (judged: Judged) =>
  saidLines(judged).flatMap(({ key, pieces }) => {
    const texts = pieces.flatMap(piece => ('text' in piece ? [piece.text] : []))
    return texts.length === 0 ? [] : [{ where: key, text: texts.join('\n') }]
  })

/** The author's own sentences, one part each, so that a leak can be shown where it stands. */
function authorsParts(document: BriefDocument) {
  const { bottomLine, unknowns, stateView, riskOfActing, riskOfNotActing, actionsSoFar, followUp } = document
  const single = { bottomLine, unknowns, stateView, riskOfActing, riskOfNotActing, actionsSoFar, followUp }
  const options = document.options.flatMap(({ recommended: _recommended, ...texts }) => Object.values(texts))
  return [
    ...Object.entries(single).map(([where, text]) => ({ where, text })),
    { where: 'options', text: options.join('\n') },
    { where: 'override', text: (document.overrides ?? []).map(({ reason }) => reason).join('\n') },
    { where: 'talkingPoints', text: document.talkingPoints.join('\n') },
    { where: 'forRole', text: `${document.forRole}\n${document.authorRole}\n${document.approvedBy}` },
  ]
}

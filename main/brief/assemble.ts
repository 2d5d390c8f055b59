import { createHash } from 'node:crypto'
import { documentOf } from '../../shared/brief/document.ts'
import type { Leak, Secret } from '../../shared/brief/leaks.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { BriefDocument, BriefDraft, BriefLine, BriefView } from '../../shared/brief/model.ts'
import type { Together } from '../../shared/brief/togetherModel.ts'
import type { Asking, GateResult } from '../../shared/gate/model.ts'
import { gate } from '../../shared/gate/rules.ts'
import type { BriefId } from '../../shared/model.ts'
import { reasonNotMeant } from '../../shared/leak/alike.ts'
import type { Alike } from '../../shared/leak/model.ts'
import type { HarmCheck } from '../../shared/risk/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { QueryContext } from '../handler.ts'
import { keptOf, namesSaid, saidParts } from '../leak/kept.ts'
import { searchLeaving } from '../leak/search.ts'
import { identitiesOf } from '../leak/secrets.ts'
import { isPracticeVault } from '../practice/place.ts'
import { caseView } from '../views/caseView.ts'
import { approvalNow } from '../approval/repository.ts'
import { askingOf } from '../gate/askings.ts'
import { standingFor } from '../gate/standing.ts'
import { currentEditions } from '../settings/repository.ts'
import { briefs } from './repository.ts'
import type { BriefRow } from './repository.ts'
import { togetherOf } from './together.ts'
import { officeWords, sayIn } from '../text.ts'

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
  /** Words of it that may be a withheld name in another script or spelling, answered for or not. */
  readonly alike: readonly Alike[]
  /** What its reader already has, and what the two together give away. */
  readonly together: Together
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
  const row = briefOf(context, briefId)
  const content = caseView(db, { caseId: row.caseId, now, today })
  const brief = { ...row, approval: approvalNow(db, row, content.consents) }
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
  const judge = (fingerprint: string, isUnanswered: boolean) =>
    gate({
      ...standing,
      gate: 'G5',
      isPackage: true,
      together: isUnanswered,
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
  const verdicts = judge('', false).lines
  const together = togetherOf(db, { brief, lines, verdicts })
  const practice = isPracticeVault(db)
  const words = officeWords(currentEditions(db), brief.draft.language)
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
  const fingerprint = fingerprintOf(current, brief.draft)
  const isApproved = brief.approval?.of === fingerprint
  const document = isApproved ? current : { ...current, approvedBy: '', soleApproval: false }
  const judged = { lines, verdicts, identities }
  const kept = keptOf({ ...judged, content, say: sayIn(brief.draft.language, words) })
  return {
    brief,
    lines,
    gate: judge(
      fingerprint,
      together.warnings.some(({ reason }) => reason === null),
    ),
    document,
    fingerprint,
    content: made,
    harmCheck,
    asking: askingOf(db, brief),
    secrets: kept.secrets,
    ...searchLeaving(kept, [...authorsParts(document), ...saidParts(judged)]),
    together,
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
  alike,
  together,
}: Assembled): BriefView {
  const { approval, draft } = brief
  return {
    id: brief.id,
    caseId: brief.caseId,
    draft,
    lines: [...lines],
    gate: result,
    document: brief.sent?.document ?? document,
    leaks: brief.sent ? [] : [...leaks],
    alike: brief.sent ? [] : alike.map(one => ({ ...one, reason: reasonNotMeant(one, draft.notMeant) })),
    together,
    harmCheck,
    approval: approval && {
      by: approval.by,
      sole: approval.sole,
      at: approval.at,
      current: approval.of === fingerprint,
      file: approval.file ?? null,
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

/** @throws Refused `brief/sounds-like` when something sounds like a withheld name and nobody has answered for it. */
export function mustSoundLikeNobody({ alike, brief }: Pick<Assembled, 'alike' | 'brief'>): void {
  const places = alike.filter(one => reasonNotMeant(one, brief.draft.notMeant) === null).length
  if (places > 0) throw new Refused('brief/sounds-like', { places })
}

/** What is approved: the document, and the warnings its author accepted. */
function fingerprintOf(document: BriefDocument, { notMeant = [], accepted = [] }: BriefDraft): string {
  const { date: _date, approvedBy: _by, soleApproval: _sole, ...content } = document
  const answers = notMeant.length + accepted.length > 0 ? [notMeant, accepted] : []
  return createHash('sha256')
    .update([content, ...answers].map(part => JSON.stringify(part)).join('\n'))
    .digest('hex')
}

/** SHA-256 of what the brief is made from, whatever the gate lets out of it. Answers to warnings change nothing in it. */
export function contentOf({ draft }: Pick<BriefRow, 'draft'>, lines: readonly BriefLine[]): string {
  const { notMeant: _not, accepted: _accepted, ...made } = draft
  return createHash('sha256')
    .update(JSON.stringify([made, lines]))
    .digest('hex')
}

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

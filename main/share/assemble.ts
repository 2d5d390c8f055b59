import { createHash } from 'node:crypto'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import { SharedKind } from '../../shared/exchange/caseDocument.ts'
import type { GateResult, Outgoing } from '../../shared/gate/model.ts'
import type { GateInput } from '../../shared/gate/rules.ts'
import type { PersonId, ShareId } from '../../shared/model.ts'
import { reasonNotMeant } from '../../shared/leak/alike.ts'
import type { Alike } from '../../shared/leak/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ShareLine, ShareView } from '../../shared/share/model.ts'
import { colleagueOf } from '../exchange/colleagues.ts'
import { exchangedOf } from '../exchange/log.ts'
import { shareLines } from '../exchange/merge/compile.ts'
import { sharedTable } from '../exchange/merge/tables.ts'
import { askingOf } from '../gate/askings.ts'
import { standingFor } from '../gate/standing.ts'
import type { QueryContext } from '../handler.ts'
import { harmCheckOf } from '../risk/repository.ts'
import { caseView } from '../views/caseView.ts'
import { choose, judged } from './choose.ts'
import type { Chosen } from './choose.ts'
import { lastWith, saidIn, shareOf } from './repository.ts'
import type { ShareRow } from './repository.ts'
import { foundIn, secretsOf } from './secrets.ts'

/** A share with everything that decides about it. */
export interface Assembled {
  readonly share: ShareRow
  readonly content: CaseView
  readonly colleague: Colleague
  readonly lines: readonly Outgoing[]
  readonly chosen: Chosen
  readonly gate: GateResult
  /** SHA-256 of the case as it would leave, and of whom it would leave for. */
  readonly fingerprint: string
  /** Everything that must not be in it. Never leaves the vault process. */
  readonly secrets: readonly Secret[]
  readonly leaks: ShareView['leaks']
  /** Words that may be a name that stays, answered for or not. */
  readonly alike: readonly Alike[]
}

/** A share as it would leave now: the gate first, then only what the gate lets out. @throws Refused `share/gone` */
export function assemble(context: QueryContext, shareId: ShareId): Assembled {
  const { db, now, today } = context
  const share = shareOf(db, shareId)
  const { caseId, draft } = share
  const content = caseView(db, { caseId, now, today })
  const colleague = colleagueOf(db, draft.colleagueId)
  const lines = shareLines(db, caseId)
  const asked = askedOf(context, { share, content, colleague, lines })
  const chosen = choose(context, { caseId, draft, lines, asked })
  const fingerprint = fingerprintOf(share, chosen)
  const { compiled, withheld } = chosen
  const personIds = content.persons.map(({ id }) => id)
  const staying = compiled && { personIds, withheld, compiled }
  const secrets = staying ? secretsOf(context, staying) : []
  const isHere = share.sent === null && staying
  const found = isHere ? foundIn(context, secrets, isHere) : { leaks: [], alike: [] }
  return {
    share,
    content,
    colleague,
    lines,
    chosen,
    fingerprint,
    secrets,
    gate: judged({ ...asked, fingerprint }, chosen),
    ...found,
  }
}

type Before = Pick<Assembled, 'share' | 'content' | 'colleague' | 'lines'>

function askedOf(
  { db }: QueryContext,
  { share, content, colleague, lines }: Before,
): Omit<GateInput, 'withheld'> {
  const { id, draft, approval, author } = share
  const { purpose, channel, conditionsMet } = draft
  const item = {
    id,
    personIds: content.persons.map(person => person.id),
    keys: lines.map(({ key }) => key),
    hasSafetyReason: false,
  }
  return {
    ...standingFor(db, { content, item }),
    gate: 'G5',
    isPackage: true,
    purpose,
    recipient: colleague.recipientClass,
    channel,
    conditionsMet,
    lines,
    approval,
    author,
    fingerprint: '',
    content: '',
  }
}

/** What is approved: everything that goes, for whom and how. */
function fingerprintOf({ draft }: ShareRow, { compiled }: Chosen): string {
  const { colleagueId, channel, identityLevel, notMeant } = draft
  const hash = createHash('sha256').update(JSON.stringify([colleagueId, channel, identityLevel]))
  if (compiled) hash.update(JSON.stringify(compiled.document))
  if (notMeant.length > 0) hash.update(JSON.stringify(notMeant))
  return hash.digest('hex')
}

/** @throws Refused `share/leak`, `share/sounds-like` when something that goes gives away something that stays. */
export function mustGiveNothingAway({ leaks, alike, share }: Assembled): void {
  if (leaks.length > 0) throw new Refused('share/leak', { places: leaks.length })
  const places = alike.filter(one => reasonNotMeant(one, share.draft.notMeant) === null).length
  if (places > 0) throw new Refused('share/sounds-like', { places })
}

/** What the window is shown of it: all but the secrets and the document itself. */
export function viewOf(context: QueryContext, assembled: Assembled): ShareView {
  const { db, today } = context
  const { share, colleague, gate, fingerprint, leaks, alike } = assembled
  const { id, caseId, author, draft, approval, sent } = share
  const before = lastWith(db, share)
  return {
    id,
    caseId,
    author,
    draft,
    colleague,
    lines: linesOf(context, assembled),
    gate,
    leaks: [...leaks],
    alike: alike.map(one => ({ ...one, reason: reasonNotMeant(one, draft.notMeant) })),
    harmCheck: harmCheckOf(db, { id, caseId }),
    checkBefore: before && harmCheckOf(db, { id: before.id, caseId }),
    approval: approval && {
      by: approval.by,
      sole: approval.sole,
      at: approval.at,
      current: approval.of === fingerprint,
    },
    asking: askingOf(db, share),
    earlier: exchangedOf(db, caseId)
      .filter(({ colleagueId }) => colleagueId === draft.colleagueId)
      .map(({ direction, kind, at }) => ({ direction, kind, at }))
      .toReversed(),
    left: sent && { at: sent.at, toRole: sent.toRole, packageId: sent.packageId, lines: saidIn(sent) },
    today,
  }
}

/** Every line with what keeps it here; the rows of a table are counted in the order in which they were added. */
function linesOf({ db }: QueryContext, { lines, chosen, content }: Assembled): ShareLine[] {
  const numbers = new Map<string, string[]>()
  const labels = new Map<PersonId, string>(content.persons.map(({ id, label }) => [id, label]))
  return lines.map(({ key, fact, element, personIds }) => {
    const [name = '', id = ''] = key.split(':')
    const table = SharedKind.parse(name)
    const rows = numbers.get(name) ?? []
    if (!rows.includes(id)) rows.push(id)
    numbers.set(name, rows)
    const label = sharedTable(table).byId(db, id)?.['label']
    const { why, findings } = chosen.why.get(key) ?? { why: null, findings: [] }
    return {
      key,
      table,
      fact,
      element,
      personIds: [...personIds],
      label: typeof label === 'string' ? label : (labels.get(id as PersonId) ?? ''),
      number: rows.indexOf(id) + 1,
      why,
      findings: [...findings],
    }
  })
}

import { CheckCode } from '../../shared/publication/model.ts'
import type { PublicationView, SecondReading, Shared } from '../../shared/publication/model.ts'
import { combinationsOf, fewestSharing, type Quasi } from '../../shared/publication/rules.ts'
import { isPublic } from '../../shared/gate/needs.ts'
import type { ActionId, BriefId, CaseId, PersonId } from '../../shared/model.ts'
import { replyTo } from '../../shared/override/rules.ts'
import { Refused } from '../../shared/refusal.ts'
import { shownCount } from '../../shared/settings/thresholds.ts'
import { acts } from '../act/repository.ts'
import { isByFile } from '../approval/repository.ts'
import { briefs } from '../brief/repository.ts'
import { changed } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { engagements } from '../engagement/repository.ts'
import { itemOf } from '../gate/outgoing.ts'
import type { Item } from '../gate/outgoing.ts'
import { shortCode } from '../gate/shortCode.ts'
import type { CommandContext, HandlersFor, QueryContext } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { currentThresholds } from '../settings/repository.ts'
import { casesWithAnyLike, checks, readings, readOf } from './repository.ts'

/** Something meant for everybody. @throws Refused `item/gone`, `publication/not-public` */
function publicItem(context: QueryContext, itemId: ActionId): Item {
  const item = itemOf(context, itemId)
  if (!isPublic(item) || item.gate === 'G5') throw new Refused('publication/not-public')
  return item
}

/** The same, not published yet. @throws Refused `action/already-sent` */
function unpublished(context: QueryContext, itemId: ActionId): Item {
  const item = publicItem(context, itemId)
  if (item.left) throw new Refused('action/already-sent')
  return item
}

const linesSaid = ({ lines, result }: Item) => lines.filter((_, at) => result.lines[at]?.verdict === 'said')

/** What of one case makes somebody recognisable. */
const quasiOf = (db: ReadDb, caseId: CaseId) => ({
  persons: persons.ofCase(db, caseId),
  engagements: engagements.ofCase(db, caseId),
  acts: acts.ofCase(db, caseId),
})

const everyCombination = (content: Quasi) =>
  new Set(content.persons.flatMap(({ id }) => combinationsOf(id, content)))

/** Of everybody who would be told of: how few cases of this vault have somebody like them. */
function sharedOf({ db }: QueryContext, item: Item): Shared[] {
  const thresholds = currentThresholds(db)
  const own = quasiOf(db, item.caseId)
  const told = new Set(linesSaid(item).flatMap(({ personIds }): PersonId[] => personIds))
  return own.persons
    .filter(({ id }) => told.has(id))
    .map(({ id, label }) => {
      const mine = combinationsOf(id, own)
      const all = casesWithAnyLike(db, mine).map(caseId => everyCombination(quasiOf(db, caseId)))
      return {
        personId: id,
        label,
        cases: shownCount(fewestSharing(mine, all), false, thresholds),
        smallest: thresholds.smallestCount,
      }
    })
}

/** What a reply says to the latest check, when it says that the same text was read. */
function readBy(context: QueryContext, item: Item, briefId: BriefId) {
  const check = readOf(context.db, item).checks.at(-1)
  if (check?.of !== item.fingerprint) throw new Refused('publication/not-checked')
  const brief = briefs.byId(context.db, briefId)
  if (brief?.caseId !== item.caseId) throw new Refused('override/no-such-answer')
  const said = replyTo({ code: check.code, by: item.author, at: check.at }, brief)
  if (typeof said === 'string')
    throw new Refused(said === 'override/needs-two' ? 'publication/by-author' : said)
  if (!said.grants) throw new Refused('override/no-such-answer')
  return said
}

function repliesTo(context: QueryContext, item: Item) {
  const { checks: made, readings: read } = readOf(context.db, item)
  const check = made.at(-1)
  if (check?.of !== item.fingerprint || read.some(({ of }) => of === check.of)) return []
  return briefs.ofCase(context.db, item.caseId).flatMap(brief => {
    const said = replyTo({ code: check.code, by: item.author, at: check.at }, brief)
    return typeof said === 'string' || !said.grants
      ? []
      : [{ briefId: brief.id, copy: brief.copy, by: said.by }]
  })
}

/** As it is shown: with whether what it was about is still the same, and without what only the gate needs. */
function shownNow<T extends Pick<SecondReading, 'of' | 'itemId' | 'caseId'>>(
  { of, itemId: _itemId, caseId: _caseId, ...shown }: T,
  fingerprint: string,
) {
  return { ...shown, same: of === fingerprint }
}

function viewOf(context: QueryContext, itemId: ActionId): PublicationView {
  const item = publicItem(context, itemId)
  const { caseId, label, left, author, result, fingerprint } = item
  const read = readOf(context.db, item)
  const check = read.checks.at(-1)
  const reading = read.readings.at(-1)
  const shown = { itemId, caseId, label, left, author, result }
  return {
    ...shown,
    lines: linesSaid(item),
    check: check ? shownNow(check, fingerprint) : null,
    reading: reading ? { ...shownNow(reading, fingerprint), byFile: isByFile(context.db, reading) } : null,
    shared: sharedOf(context, item),
    replies: repliesTo(context, item),
  }
}

function keepReading(
  context: CommandContext,
  { itemId, caseId, fingerprint: of }: Item,
  reading: Pick<SecondReading, 'by' | 'words' | 'briefId'>,
): null {
  readings.insert(context.db, { ...reading, id: context.newId(), caseId, itemId, of, at: context.now })
  changed(context, caseId)
  context.because(reading.words)
  return null
}

/** Keeps that a colleague read it, by file. Who they are and what they read was decided before. */
export const readByFile = (
  context: CommandContext,
  itemId: ActionId,
  reading: Pick<SecondReading, 'by' | 'words'>,
): null => keepReading(context, unpublished(context, itemId), { ...reading, briefId: null })

export const publicationHandlers: HandlersFor<'publication'> = {
  'publication.view': (context, { itemId }) => viewOf(context, itemId),

  'publication.check': (context, { itemId, answers }) => {
    const { db, actor: by, now: at, today: checkedOn } = context
    const { caseId, fingerprint: of } = unpublished(context, itemId)
    const taken = checks.all(db).map(({ code }) => code)
    const code = CheckCode.parse(shortCode('PB', context.random, taken))
    checks.insert(db, { id: context.newId(), caseId, itemId, code, of, answers, by, checkedOn, at })
    changed(context, caseId)
    return { code }
  },

  'publication.read': (context, { itemId, words }) => {
    const item = unpublished(context, itemId)
    if (item.author === context.actor) throw new Refused('publication/by-author')
    return keepReading(context, item, { by: context.actor, words, briefId: null })
  },

  'publication.readByReply': (context, { itemId, briefId }) => {
    const item = unpublished(context, itemId)
    const { by, words } = readBy(context, item, briefId)
    return keepReading(context, item, { by, words, briefId })
  },
}

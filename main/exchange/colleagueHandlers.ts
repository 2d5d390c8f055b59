import { isSameKeys, kindOf, type PublicKeys } from '../../shared/exchange/card.ts'
import type { Colleague, VerifiedHow } from '../../shared/exchange/colleague.ts'
import { sameRole } from '../../shared/exchange/colleagueRules.ts'
import { ColleagueEventId, ColleagueId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ReadDb } from '../db/handles.ts'
import { chooseFile } from '../file/chosen.ts'
import type { CommandContext, HandlersFor } from '../handler.ts'
import { cardWords } from './card.ts'
import { addColleague, addEvent, allColleagues, colleagueOf, colleaguesWithEvents } from './colleagues.ts'
import { colleagueView } from './colleagueView.ts'
import { cardIn, mustBeChosenKind, mustBeGenuine, mustBeTakeable, mustBeTheirs } from './takeCard.ts'

/** What every event of a colleague's keys says. */
const happening = ({ now, actor, newId }: CommandContext, colleagueId: ColleagueId) => ({
  id: ColleagueEventId.parse(newId()),
  colleagueId,
  at: now,
  by: actor,
})

const keysOf = ({ recipient, publicKey }: PublicKeys): PublicKeys => ({ recipient, publicKey })

/** Somebody whose keys were not retired. @throws Refused `exchange/colleague-gone`, `colleague-retired` */
function inUse(db: ReadDb, id: ColleagueId): Colleague {
  const colleague = colleagueOf(db, id)
  if (colleague.standing === 'retired') throw new Refused('exchange/colleague-retired')
  return colleague
}

/** @throws Refused `exchange/nothing-to-verify` when these very keys were compared before */
function verify(context: CommandContext, colleague: Colleague, how: VerifiedHow): void {
  if (colleague.standing === 'verified') throw new Refused('exchange/nothing-to-verify')
  addEvent(context.db, {
    ...happening(context, colleague.id),
    ...keysOf(colleague),
    kind: 'verified',
    how,
  })
}

export const colleagueHandlers: HandlersFor<'colleague'> = {
  'colleague.list': ({ db }) =>
    colleaguesWithEvents(db).flatMap(({ row, events }) => colleagueView(row, events) ?? []),

  'colleague.chooseCard': ({ app }) => chooseFile(app, { title: 'Vigil', extensions: [] }),

  'colleague.readCard': async ({ app, vault }, { fileId }) => {
    const { signed } = await cardIn(app, fileId)
    const { db } = vault()
    const like = sameRole(allColleagues(db), signed.card)
    await mustBeGenuine(signed)
    mustBeTakeable(db, signed, like)
    return {
      signed,
      kind: kindOf(signed.card.recipient),
      words: cardWords(signed.card),
      like: like?.id ?? null,
    }
  },

  'colleague.add': async ({ app, write }, { signed, compatibility, ...who }) => {
    await mustBeGenuine(signed)
    mustBeChosenKind(signed, compatibility)
    const colleagueId = ColleagueId.parse(app.newId())
    write(context => {
      mustBeTakeable(context.db, signed, null)
      if (sameRole(allColleagues(context.db), who)) throw new Refused('exchange/colleague-role-taken')
      addColleague(context.db, { ...who, id: colleagueId, addedAt: context.now })
      addEvent(context.db, { ...happening(context, colleagueId), ...keysOf(signed.card), kind: 'added' })
    })
    return { colleagueId }
  },

  'colleague.changeKeys': async ({ write }, { colleagueId, signed, compatibility }) => {
    await mustBeGenuine(signed)
    mustBeChosenKind(signed, compatibility)
    write(context => {
      mustBeTakeable(context.db, signed, inUse(context.db, colleagueId))
      const keys = keysOf(signed.card)
      addEvent(context.db, { ...happening(context, colleagueId), ...keys, kind: 'key_changed' })
    })
    return null
  },

  'colleague.verify': (context, { colleagueId, ...keys }) => {
    const colleague = inUse(context.db, colleagueId)
    if (!isSameKeys(keys, colleague)) throw new Refused('exchange/keys-differ')
    verify(context, colleague, 'words')
    return null
  },

  'colleague.scan': async ({ app, vault, write }, { colleagueId, fileId }) => {
    const colleague = inUse(vault().db, colleagueId)
    const { signed, isPicture } = await cardIn(app, fileId)
    if (!isPicture) throw new Refused('exchange/picture-other-kind')
    mustBeTheirs(signed, colleague)
    write(context => verify(context, inUse(context.db, colleagueId), 'scan'))
    return null
  },

  'colleague.retire': (context, { colleagueId, reason }) => {
    inUse(context.db, colleagueId)
    addEvent(context.db, { ...happening(context, colleagueId), kind: 'retired', reason })
    context.because(reason)
    return null
  },
}

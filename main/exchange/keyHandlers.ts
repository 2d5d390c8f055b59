import type { SignedCard } from '../../shared/exchange/card.ts'
import type { Input } from '../../shared/contract.ts'
import { neutralName } from '../../shared/exchange/neutralName.ts'
import { Refused } from '../../shared/refusal.ts'
import { writeChosen } from '../file/chosen.ts'
import type { HandlersFor, QueryContext } from '../handler.ts'
import { isPracticeVault } from '../practice/place.ts'
import { cardFile, cardText, cardWords, makeCard } from './card.ts'
import { everyOwnKey, keepKeys, newKeys, ownKeys, ownPublicKeys, retireKeys } from './keyring.ts'
import { qrPicture } from './qr.ts'

/** The card of whoever is at the desk. @throws Refused `exchange/no-key` */
function ownCard(context: QueryContext, said: Input<'key.picture'>): SignedCard {
  const practice = isPracticeVault(context.db) ? { practice: true as const } : {}
  return makeCard({ ...said, ...practice }, ownKeys(context))
}

export const keyHandlers: HandlersFor<'key'> = {
  'key.own': ({ db, officerId }) => {
    const own = ownPublicKeys(db, officerId)
    const retired = everyOwnKey(db).filter(key => key.officerId === officerId && key.retiredAt !== null)
    return {
      words: own ? cardWords(own) : [],
      madeAt: own?.madeAt ?? null,
      retired: retired.length,
    }
  },

  'key.picture': (context, said) => qrPicture(cardText(ownCard(context, said))),

  'key.writeCard': ({ app, vault }, said) => {
    const file = cardFile(ownCard(vault(), said))
    return writeChosen(app, { file, suggestedName: neutralName(app.random(8), 'txt') })
  },

  'key.renew': async ({ app, vault, write }) => {
    const { officerId } = vault()
    if (officerId === null) throw new Refused('vault/locked')
    const keys = await newKeys(app.random)
    write(({ db, now, newId, ownKey }) => {
      retireKeys(db, officerId, now)
      keepKeys(db, { id: newId(), officerId, keys, at: now, ownKey })
    })
    return null
  },
}

import { isSameKeys, kindOf, type SignedCard } from '../../shared/exchange/card.ts'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import { cardRefusal } from '../../shared/exchange/colleagueRules.ts'
import type { FileId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import type { ReadDb } from '../db/handles.ts'
import { readChosen } from '../file/chosen.ts'
import { sniff } from '../import/sniff.ts'
import { isGenuine, maxCardBytes, readCardFile, readCardText } from './card.ts'
import { allColleagues } from './colleagues.ts'
import { recipientKind } from './identity.ts'
import { everyOwnKey } from './keyring.ts'
import { isPracticeVault } from '../practice/place.ts'
import { readPictureApart } from './readPictureApart.ts'

/** Most bytes of a picture that is looked at. */
const maxPictureBytes = 24 * 1024 * 1024

/** A card and whether it came as a picture of its code. */
interface Read {
  readonly signed: SignedCard
  readonly isPicture: boolean
}

/**
 * The card in a file somebody chose: written by Vigil, or a picture with its code in it.
 *
 * @throws Refused as `readCardFile`, `textInPicture` and `readChosen`; `exchange/took-too-long`.
 */
export async function cardIn(app: App, fileId: FileId): Promise<Read> {
  const bytes = await readChosen(app, fileId, maxPictureBytes)
  const { kind } = sniff(bytes)
  if (pictures.has(kind)) {
    const signed = readCardText(await readPictureApart(app.ask, bytes))
    return { signed, isPicture: true }
  }
  if (bytes.length > maxCardBytes) throw new Refused('exchange/not-a-card')
  return { signed: readCardFile(bytes), isPicture: false }
}

/** What a telephone or a scanner makes. Those that cannot be read are refused where pictures are read, in words that say so. */
const pictures: ReadonlySet<string> = new Set(['png', 'jpeg', 'gif', 'webp', 'bmp', 'tiff', 'heic', 'pdf'])

/** Its owner signed it, and one can encrypt to its recipient. @throws Refused `exchange/card-damaged` */
export async function mustBeGenuine(signed: SignedCard): Promise<void> {
  const isKey = (await recipientKind(signed.card.recipient)) !== null
  if (!isGenuine(signed) || !isKey) throw new Refused('exchange/card-damaged')
}

/**
 * The card is not known already, and invented cases stay apart from real ones.
 *
 * @param of the colleague whose keys it is to replace; `null` for somebody new.
 * @throws Refused `exchange/practice-card`, `exchange/not-a-practice-card`, what `cardRefusal` says.
 */
export function mustBeTakeable(db: ReadDb, signed: SignedCard, of: Colleague | null): void {
  const isPractice = signed.card.practice === true
  if (isPractice !== isPracticeVault(db))
    throw new Refused(isPractice ? 'exchange/practice-card' : 'exchange/not-a-practice-card')
  const refusal = cardRefusal(signed.card, { own: everyOwnKey(db), colleagues: allColleagues(db) }, of)
  if (refusal) throw new Refused(refusal)
}

/** An older kind of key is taken only when that was chosen. @throws Refused `exchange/card-compatibility` */
export function mustBeChosenKind({ card }: SignedCard, compatibility: boolean): void {
  if (kindOf(card.recipient) === 'x25519' && !compatibility) throw new Refused('exchange/card-compatibility')
}

/** @throws Refused `exchange/keys-differ` when the card carries other keys than those that are kept. */
export function mustBeTheirs({ card }: SignedCard, colleague: Colleague): void {
  if (!isSameKeys(card, colleague)) throw new Refused('exchange/keys-differ')
}

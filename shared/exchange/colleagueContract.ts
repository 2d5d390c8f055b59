import { Receipt } from '../brief/contract.ts'
import { ColleagueEventId, ColleagueId, FileId, Instant, Line } from '../model.ts'
import { command, query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { KeyCard, KeyKind, PublicKeys, SignedCard } from './card.ts'
import { Colleague, ColleagueRow, VerifiedHow } from './colleague.ts'

const Words = z.array(z.string())

/** What happened to a colleague's keys, as screens show it. */
const Happened = z.object({
  id: ColleagueEventId,
  kind: z.enum(['added', 'key_changed', 'verified', 'retired']),
  at: Instant,
  by: z.string(),
  how: VerifiedHow.nullable(),
  reason: z.string().nullable(),
})

/** A colleague with their twelve words; `previousWords` are those of the keys that were replaced, while the new wait. */
export const ColleagueView = Colleague.extend({
  kind: KeyKind,
  words: Words,
  previousWords: Words.nullable(),
  /** Oldest first. */
  events: z.array(Happened),
})
export type ColleagueView = z.infer<typeof ColleagueView>

/** A card that was read and can be taken. `like`: the colleague in use with the same role and office. */
export const CardSeen = z.object({
  signed: SignedCard,
  kind: KeyKind,
  words: Words,
  like: ColleagueId.nullable(),
})
export type CardSeen = z.infer<typeof CardSeen>

const chosen = z.object({ fileId: FileId, name: z.string(), size: z.int() }).nullable()

/** Whether the officer was told what an X25519 recipient does not promise, and takes it all the same. */
const compatibility = z.boolean()

/** Who a new colleague is. */
export const NewColleague = ColleagueRow.pick({ role: true, office: true, recipientClass: true })
export type NewColleague = z.infer<typeof NewColleague>

/** Colleagues and their keys (ADR 0020). */
export const colleagueContract = {
  'colleague.list': query(z.strictObject({}), z.array(ColleagueView)),
  /** Asks for a card: its file, or a picture of its code. */
  'colleague.chooseCard': task(z.strictObject({}), chosen),
  'colleague.readCard': task(z.strictObject({ fileId: FileId }), CardSeen),
  'colleague.add': task(
    NewColleague.extend({ signed: SignedCard, compatibility }),
    z.object({ colleagueId: ColleagueId }),
  ),
  'colleague.changeKeys': task(
    z.strictObject({ colleagueId: ColleagueId, signed: SignedCard, compatibility }),
    z.null(),
  ),
  /** The words of exactly these keys were compared aloud or in person. */
  'colleague.verify': command(PublicKeys.extend({ colleagueId: ColleagueId }), z.null()),
  /** The card they showed in person, as a picture the officer took: it must carry the keys that are kept. */
  'colleague.scan': task(z.strictObject({ colleagueId: ColleagueId, fileId: FileId }), z.null()),
  'colleague.retire': command(z.strictObject({ colleagueId: ColleagueId, reason: Line }), z.null()),
}

const OnCard = KeyCard.pick({ role: true, office: true })

/** The keys of whoever is at the desk, without their secret halves; no words and no time while there are none. */
export const OwnCard = z.object({
  words: Words,
  madeAt: Instant.nullable(),
  /** How many keys of theirs were retired before. */
  retired: z.int(),
})
export type OwnCard = z.infer<typeof OwnCard>

/** The keys of whoever is at the desk, and the card others know them by. */
export const keyContract = {
  'key.own': query(z.strictObject({}), OwnCard),
  /** The card as a QR code: `size` squares a side with its quiet zone; `path` draws the dark ones. */
  'key.picture': query(OnCard, z.object({ size: z.int(), path: z.string() })),
  /** Asks where to write and writes the card. `null`: the dialog was closed. */
  'key.writeCard': task(OnCard, Receipt.nullable()),
  /** New keys; the old ones sign nothing more and still open what was sent to them. */
  'key.renew': task(z.strictObject({}), z.null()),
}

import { OfficerKeyId } from '../../shared/model.ts'
import type { Instant, OfficerId } from '../../shared/model.ts'
import type { PublicKeys } from '../../shared/exchange/card.ts'
import { Refused } from '../../shared/refusal.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import { newIdentity } from './identity.ts'
import { publicKeyOf } from './signature.ts'

/** The keys of one person of this vault: both halves. */
export interface OwnKeys {
  /** 32 bytes. */
  readonly signingSeed: Uint8Array
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** The secret age key, hybrid. */
  readonly identity: string
  readonly recipient: string
}

/** The public half of keys of a person, as the record keeps it. `publicKey` in base64. */
export interface OfficerKeyRow extends PublicKeys {
  readonly id: OfficerKeyId
  readonly officerId: OfficerId
  readonly madeAt: Instant
  readonly retiredAt: Instant | null
}

const officerKeys = table<OfficerKeyRow>('officer_key', {
  id: 'plain',
  officerId: 'plain',
  publicKey: 'plain',
  recipient: 'plain',
  madeAt: 'plain',
  retiredAt: 'plain',
})

/** The public half of every key any person of this vault has or had, oldest first. */
export const everyOwnKey = (db: ReadDb): OfficerKeyRow[] => officerKeys.all(db)

/** The public half of the keys this person uses now, or `null`. */
export const ownPublicKeys = (db: ReadDb, officerId: OfficerId | null): OfficerKeyRow | null =>
  everyOwnKey(db).find(key => key.officerId === officerId && key.retiredAt === null) ?? null

/** The keys this person signs with and is written to now. @throws Refused `exchange/no-key` */
export function ownKeys(db: ReadDb, officerId: OfficerId | null): OwnKeys {
  const key = ownPublicKeys(db, officerId)
  if (!key) throw new Refused('exchange/no-key')
  const sql = `SELECT signing_seed AS signingSeed, identity FROM officer_secret WHERE key_id = ?`
  const secret = prepare<[string], Pick<OwnKeys, 'signingSeed' | 'identity'>>(db, sql).get(key.id)
  if (!secret) throw new Refused('exchange/no-key')
  return {
    signingSeed: new Uint8Array(secret.signingSeed),
    publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')),
    identity: secret.identity,
    recipient: key.recipient,
  }
}

/** Every secret age key any person of this vault ever had, newest first, so that what was sent to an older one still opens. */
export function everyIdentity(db: ReadDb): string[] {
  const sql = `SELECT identity FROM officer_secret ORDER BY rowid DESC`
  return prepare<[], { identity: string }>(db, sql)
    .all()
    .map(({ identity }) => identity)
}

/** New keys for a person: a hybrid age key and an Ed25519 seed. @param random from the app. */
export async function newKeys(random: (size: number) => Uint8Array): Promise<OwnKeys> {
  const signingSeed = random(32)
  return { signingSeed, publicKey: publicKeyOf(signingSeed), ...(await newIdentity('hybrid')) }
}

interface Keeping {
  readonly id: string
  readonly officerId: OfficerId
  readonly keys: OwnKeys
  readonly at: Instant
}

/** Keeps new keys of a person who has none, or whose last were retired. */
export function keepKeys(db: WriteDb, { id, officerId, keys, at }: Keeping): void {
  const keyId = OfficerKeyId.parse(id)
  const publicKey = Buffer.from(keys.publicKey).toString('base64')
  officerKeys.insert(db, {
    id: keyId,
    officerId,
    publicKey,
    recipient: keys.recipient,
    madeAt: at,
    retiredAt: null,
  })
  const sql = `INSERT INTO officer_secret (key_id, signing_seed, identity) VALUES (?, ?, ?)`
  prepare<[string, Uint8Array, string]>(db, sql).run(keyId, keys.signingSeed, keys.identity)
}

/** From here on this person signs with nothing: the seed is destroyed, the age key stays for opening what comes late. */
export function retireKeys(db: WriteDb, officerId: OfficerId, at: Instant): void {
  const key = ownPublicKeys(db, officerId)
  if (!key) return
  officerKeys.update(db, { ...key, retiredAt: at })
  prepare<[string]>(db, `UPDATE officer_secret SET signing_seed = NULL WHERE key_id = ?`).run(key.id)
}

/** Takes back the keys of somebody whose adding failed: nobody ever used them. */
export function dropKeys(db: WriteDb, officerId: OfficerId): void {
  const key = ownPublicKeys(db, officerId)
  if (!key) return
  prepare<[string]>(db, `DELETE FROM officer_secret WHERE key_id = ?`).run(key.id)
  officerKeys.remove(db, key.id)
}

/** Whose key of this vault a recipient string is, now or earlier; `null` when it is nobody's here. */
export const officerOfRecipient = (db: ReadDb, recipient: string): OfficerId | null =>
  everyOwnKey(db).find(key => key.recipient === recipient)?.officerId ?? null

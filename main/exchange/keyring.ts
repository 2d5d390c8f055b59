import { OfficerKeyId } from '../../shared/model.ts'
import type { Instant, OfficerId } from '../../shared/model.ts'
import type { PublicKeys } from '../../shared/exchange/card.ts'
import { Refused } from '../../shared/refusal.ts'
import { openBytes, sealBytes, type Lock } from '../db/apartKeys.ts'
import { prepare } from '../db/handles.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { table } from '../db/table.ts'
import type { QueryContext } from '../handler.ts'
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

/** Whoever is at the desk: secrets of anybody else do not open. */
type AtDesk = Pick<QueryContext, 'db' | 'officerId' | 'ownKey'>

type Half = 'signing_seed' | 'identity'

/** What a secret half is sealed under: only its owner has the key. The caller wipes it. */
const lockOf = ({ ownKey }: Pick<AtDesk, 'ownKey'>, keyId: string, half: Half) => ({
  key: ownKey('keys'),
  bound: `vigil/keys/v1|${keyId}|${half}`,
})

function sealHalf(bytes: Uint8Array, lock: Lock): Uint8Array {
  const sealed = sealBytes(bytes, lock)
  lock.key.fill(0)
  return sealed
}

function openHalf(sealed: Uint8Array, lock: Lock): Uint8Array {
  const bytes = openBytes(sealed, lock)
  lock.key.fill(0)
  return bytes
}

/** The keys whoever is at the desk signs with and is written to now. @throws Refused `exchange/no-key` */
export function ownKeys(desk: AtDesk): OwnKeys {
  const { db, officerId } = desk
  const key = ownPublicKeys(db, officerId)
  if (!key) throw new Refused('exchange/no-key')
  const sql = `SELECT signing_seed AS signingSeed, identity FROM officer_secret WHERE key_id = ?`
  const secret = prepare<[string], { signingSeed: Uint8Array; identity: Uint8Array }>(db, sql).get(key.id)
  if (!secret) throw new Refused('exchange/no-key')
  return {
    signingSeed: new Uint8Array(openHalf(secret.signingSeed, lockOf(desk, key.id, 'signing_seed'))),
    publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')),
    identity: identityIn(secret.identity, lockOf(desk, key.id, 'identity')),
    recipient: key.recipient,
  }
}

const identityIn = (sealed: Uint8Array, lock: Lock) => Buffer.from(openHalf(sealed, lock)).toString('utf8')

/**
 * Every secret age key whoever is at the desk ever had, newest first, so that what was sent to an older one still opens. What
 * was sent to somebody else of the vault opens for them alone.
 */
export function everyIdentity(desk: AtDesk): string[] {
  const sql = `SELECT key_id AS id, identity FROM officer_secret JOIN officer_key ON officer_key.id = key_id
               WHERE officer_id = ? ORDER BY officer_secret.rowid DESC`
  return prepare<[string | null], { id: string; identity: Uint8Array }>(desk.db, sql)
    .all(desk.officerId)
    .map(({ id, identity }) => identityIn(identity, lockOf(desk, id, 'identity')))
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
  /** Of the person whose keys they are. */
  readonly ownKey: QueryContext['ownKey']
}

/** Keeps new keys of a person who has none, or whose last were retired; the secret halves so that only they open them. */
export function keepKeys(db: WriteDb, { id, officerId, keys, at, ownKey }: Keeping): void {
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
  const desk = { ownKey }
  prepare<[string, Uint8Array, Uint8Array]>(db, sql).run(
    keyId,
    sealHalf(keys.signingSeed, lockOf(desk, keyId, 'signing_seed')),
    sealHalf(Buffer.from(keys.identity), lockOf(desk, keyId, 'identity')),
  )
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

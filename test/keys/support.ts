import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode as encodeJpeg } from 'jpeg-js'
import { encode as encodePng } from 'fast-png'
import { cardText, makeCard } from '../../main/exchange/card.ts'
import { newIdentity } from '../../main/exchange/identity.ts'
import { qrSquares } from '../../main/exchange/qr.ts'
import type { SignedCard } from '../../shared/exchange/card.ts'
import { freshFolder, testApp, type TestApp } from '../support.ts'

/** A vault somewhere else, with one officer. */
export async function elsewhere(officer = 'FP-9'): Promise<TestApp> {
  const app = testApp()
  const passphrase = new TextEncoder().encode('correct horse battery staple lamp river window')
  await app.get('vault.create', { passphrase, officer })
  return app
}

/** A file with these bytes. */
export function fileWith(bytes: Uint8Array, name = 'card.txt'): string {
  const path = join(freshFolder(), name)
  writeFileSync(path, bytes)
  return path
}

/** The card of whoever is at the desk of an app, as a file. */
export async function cardOf({ get, shell }: TestApp, said = { role: 'FP-9', office: '' }): Promise<string> {
  const path = join(freshFolder(), 'card.txt')
  shell.dialogs.push(path)
  await get('key.writeCard', said)
  return path
}

/** A card of fresh keys, as nobody's vault would make it when the kind is `x25519`. */
export async function freshCard(kind: 'hybrid' | 'x25519' = 'hybrid', seed = 7): Promise<SignedCard> {
  const { recipient } = await newIdentity(kind)
  const signingSeed = new Uint8Array(32).fill(seed)
  return makeCard({ role: 'FP-7', office: '' }, { recipient, signingSeed })
}

/** Chooses a file as a card would be chosen. */
export async function chosen({ get, shell }: TestApp, path: string): Promise<string> {
  shell.dialogs.push(path)
  return (await get('colleague.chooseCard', {}))?.fileId ?? ''
}

/** Reads the card in a file. */
export const reading = async (app: TestApp, path: string) =>
  app.call('colleague.readCard', { fileId: await chosen(app, path) })

/** Adds the colleague whose card is in a file and returns who that is. */
export async function added(app: TestApp, path: string, change: { readonly role?: string } = {}) {
  const { signed } = await app.get('colleague.readCard', { fileId: await chosen(app, path) })
  const who = { role: 'FP-9', office: '', recipientClass: 'UN_entity' as const, ...change }
  return (await app.get('colleague.add', { ...who, signed, compatibility: false })).colleagueId
}

/** The code of a card drawn with squares of `scale` pixels, red, green, blue and opacity. */
export function drawn(signed: SignedCard, scale: number) {
  const rows = qrSquares(cardText(signed))
  const side = rows.length * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return { width: side, height: side, data }
}

export const pngOf = (signed: SignedCard, scale = 4): Uint8Array =>
  encodePng({ ...drawn(signed, scale), channels: 4 })

export const jpegOf = (signed: SignedCard, scale = 4): Uint8Array =>
  new Uint8Array(encodeJpeg(drawn(signed, scale), 70).data)

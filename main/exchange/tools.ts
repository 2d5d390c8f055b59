import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signRaw,
  verify as verifyRaw,
} from 'node:crypto'
import type { Tools } from '../../shared/exchange/tools.ts'

const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const privateKey = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' })
const publicKey = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' })

/** Hashes and signatures as Node has them. */
export const nodeTools: Tools = {
  encode: text => Buffer.from(text, 'utf8'),
  decode: bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  sha256: bytes => createHash('sha256').update(bytes).digest(),
  sha512: bytes => createHash('sha512').update(bytes).digest(),
  publicKeyOf(seed) {
    const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
    return new Uint8Array(spki.subarray(publicPrefix.length))
  },
  signEd25519: (seed, message) => signRaw(null, message, privateKey(seed)),
  verifyEd25519: (key, message, signature) => verifyRaw(null, message, publicKey(key), signature),
}

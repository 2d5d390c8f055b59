import { spawnSync } from 'node:child_process'
import { createHash, webcrypto } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlcipher from '@signalapp/sqlcipher'
import { argon2id } from 'hash-wasm'
import { describe, expect, it } from 'vitest'
import { PassphraseSlot } from '../../main/vault/slot.ts'
import { SlotBlock } from '../../main/vault/slotBlock.ts'
import { writeKeyFile } from '../../main/vault/keyFile.ts'
import { joinShares, splitKey } from '../../main/vault/shares.ts'
import { changePassphrase, unlockVault } from '../../main/vault/vaultFile.ts'
import { bytes, cheap, closedVault, now, wrong } from './place.ts'

/** The spaces and the accent are there to see that the instructions make them normal as Vigil does. */
const typed = 'sept cha\u0302teaux\u00a0sous la lune'

async function vaultToOpen(): Promise<string> {
  const folder = await closedVault()
  await changePassphrase({
    folder,
    old: bytes('four grey donkeys walked to the well'),
    next: bytes(typed),
    kdf: cheap,
  })
  return folder
}

const instructions = (folder: string) => readFileSync(join(folder, 'OPEN-WITHOUT-VIGIL.txt'), 'utf8')

function rowsWith(folder: string, line: string): unknown {
  const db = new Sqlcipher(join(folder, 'case.db'))
  try {
    db.exec(line)
    return db.prepare('SELECT said FROM note').all()
  } finally {
    db.close()
  }
}

async function hkdf(
  key: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = await webcrypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
  const asked = { name: 'HKDF', hash: 'SHA-256', salt, info: bytes(info) }
  return new Uint8Array(await webcrypto.subtle.deriveBits(asked, material, 256))
}

const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

describe('the instructions in the vault', () => {
  it('name nobody and hold nothing of this vault', async () => {
    const [first, second] = [await closedVault(), await closedVault()]
    expect(instructions(first)).toBe(instructions(second))
  })

  it('hold a program that gives the line for SQLCipher to whoever knows the passphrase', async () => {
    const folder = await vaultToOpen()
    const program = instructions(folder).split(/^-{70,}$/mu)[1]!
    writeFileSync(join(folder, 'key.py'), program)
    const has = spawnSync('python3', ['-c', 'from cryptography.hazmat.primitives.kdf.argon2 import Argon2id'])
    if (has.status !== 0)
      return console.log('Python with cryptography 44 is not here: its program was not run')
    const run = (input: string) =>
      spawnSync('python3', ['key.py'], {
        cwd: folder,
        encoding: 'utf8',
        input: `${input}\n`,
        env: { ...process.env, PYTHONUTF8: '1' },
      })
    const opened = run(typed)
    expect(opened.stderr).toBe('')
    expect(rowsWith(folder, opened.stdout)).toEqual([{ said: 'kept' }])
    expect(run(wrong).stdout).toBe('')
    return expect(run(wrong).stderr).toContain('does not open')
  })

  it('hold a program that takes a key file and recovery shares as well', async () => {
    const folder = await vaultToOpen()
    const keyFile = new Uint8Array(32).fill(7)
    const same = { folder, old: bytes(typed), next: bytes(typed), kdf: cheap }
    await changePassphrase({ ...same, nextKeyFile: keyFile })
    const recoveryKey = new Uint8Array(32).fill(9)
    const vault = await unlockVault({ folder, passphrase: bytes(typed), keyFile, now, kdf: cheap })
    const before = () => undefined
    await vault.putRecovery({ recoveryKey: recoveryKey.slice(), set: '0001', k: 2, n: 3, before })
    vault.close()
    const program = instructions(folder).split(/^-{70,}$/mu)[1]!
    writeFileSync(join(folder, 'key.py'), program)
    writeFileSync(join(folder, 'k.txt'), writeKeyFile(keyFile))
    const has = (name: string) => spawnSync('python3', ['-c', `import ${name}`]).status === 0
    if (!has('cryptography.hazmat.primitives.kdf.argon2'))
      return console.log('Python with cryptography 44 is not here: its program was not run')
    const run = (asked: readonly string[], input: string) =>
      spawnSync('python3', ['key.py', ...asked], {
        cwd: folder,
        encoding: 'utf8',
        input,
        env: { ...process.env, PYTHONUTF8: '1', PYTHONPATH: folder },
      })
    expect(run([], `${typed}\n`).stderr).toContain('does not open')
    expect(rowsWith(folder, run(['k.txt'], `${typed}\n`).stdout)).toEqual([{ said: 'kept' }])
    const words = splitKey(recoveryKey, { k: 2, n: 3 })
    if (!has('shamir_mnemonic')) {
      console.log('The Python package shamir-mnemonic is not here: shares were put together by Vigil')
      const joined = Buffer.from(joinShares(words.slice(1))).toString('hex')
      const module = `def combine_mnemonics(words):\n    assert len(words) == 2\n    return bytes.fromhex("${joined}")\n`
      writeFileSync(join(folder, 'shamir_mnemonic.py'), module)
    }
    const opened = run(['shares'], `${words.slice(1).join('\n')}\n\n`)
    expect(opened.stderr).toBe('')
    return expect(rowsWith(folder, opened.stdout)).toEqual([{ said: 'kept' }])
  })

  it('describe the files well enough to open them with other people’s libraries', async () => {
    const folder = await vaultToOpen()
    const copy = readFileSync(join(folder, 'keys.vk')).subarray(0, 8192)
    expect(copy.toString('latin1', 0, 8)).toBe('VIGILVK1')
    expect(createHash('sha256').update(copy.subarray(0, 8160)).digest().equals(copy.subarray(8160))).toBe(
      true,
    )
    const json = copy.toString('utf8', 20, 20 + copy.readUInt32BE(8))
    const block = SlotBlock.parse(JSON.parse(json))
    const slot = PassphraseSlot.parse(block.slots[0])
    const vaultId = fromHex(block.vault_id)
    const { m, t, p, salt } = slot.kdf
    const stretched = await argon2id({
      password: typed.replaceAll('\u00a0', ' ').normalize('NFC'),
      salt: fromHex(salt),
      memorySize: m,
      iterations: t,
      parallelism: p,
      hashLength: 32,
      outputType: 'binary',
    })
    const wrapping = await hkdf(Uint8Array.from(stretched), vaultId, 'vigil/kek/v1/passphrase')
    // Keys are sorted already: "wrapped" comes last.
    const bound = json.slice(json.indexOf('[{') + 1, json.indexOf(',"wrapped"')) + '}'
    const asked = {
      name: 'AES-GCM',
      iv: fromHex(slot.nonce),
      additionalData: Buffer.concat([bytes(bound), vaultId]),
    }
    const key = await webcrypto.subtle.importKey('raw', wrapping, 'AES-GCM', false, ['decrypt'])
    const keys = await webcrypto.subtle.decrypt(asked, key, fromHex(slot.wrapped))
    const dataKey = new Uint8Array(keys).slice(0, 32)
    const raw = await hkdf(dataKey, vaultId, 'vigil/sub/v1/db')
    expect(rowsWith(folder, `PRAGMA key = "x'${Buffer.from(raw).toString('hex')}'"`)).toEqual([
      { said: 'kept' },
    ])
  })
})

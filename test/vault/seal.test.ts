import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sealIn } from '../../main/vault/seal.ts'
import { unlockVault } from '../../main/vault/vaultFile.ts'
import {
  bytes,
  change,
  cheap,
  closedVault,
  codeOf,
  create,
  emptyFolder,
  flipped,
  newPlace,
  now,
  right,
  unlock,
} from './place.ts'

const pageBytes = 4096

async function warningsOf(folder: string): Promise<readonly string[]> {
  const vault = await unlock(folder)
  vault.close()
  return vault.warnings
}

const sealText = (folder: string) => readFileSync(join(folder, 'seal.vs'), 'utf8')

describe('the seal', () => {
  it('says when the last session was not closed, once', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    const open = sealText(folder)
    vault.close()
    writeFileSync(join(folder, 'seal.vs'), open)
    expect(await warningsOf(folder)).toEqual(['not-closed'])
    expect(await warningsOf(folder)).toEqual([])
  })

  it('says when an older database was put back', async () => {
    const folder = await closedVault()
    const aside = join(emptyFolder(), 'older.db')
    copyFileSync(join(folder, 'case.db'), aside)
    const vault = await unlock(folder)
    vault.db.exec("UPDATE note SET said = 'changed'")
    vault.close()
    copyFileSync(aside, join(folder, 'case.db'))
    expect(await warningsOf(folder)).toEqual(['replayed'])
  })

  it('says when single pages were put back, which SQLCipher lets pass', async () => {
    const folder = await closedVault()
    const before = readFileSync(join(folder, 'case.db'))
    const vault = await unlock(folder)
    vault.db.exec("UPDATE note SET said = 'changed'")
    vault.close()
    change(folder, 'case.db', after => {
      for (let at = pageBytes; at < after.length; at += pageBytes) before.copy(after, at, at, at + pageBytes)
      return after
    })
    expect(await warningsOf(folder)).toEqual(['replayed'])
  })

  it('says when it is gone, or is not one of this vault', async () => {
    const folder = await closedVault()
    const other = await closedVault()
    rmSync(join(folder, 'seal.vs'))
    expect(await warningsOf(folder)).toEqual(['no-seal'])
    copyFileSync(join(other, 'seal.vs'), join(folder, 'seal.vs'))
    expect(await warningsOf(folder)).toEqual(['seal-damaged'])
    expect(await warningsOf(folder)).toEqual([])
  })

  it('is worth nothing after any one byte was changed', async () => {
    const folder = newPlace()
    const vault = await create(folder)
    const key = vault.subkey('seal-mac')
    vault.close()
    const file = readFileSync(join(folder, 'seal.vs'))
    expect(sealIn(file, key, vault.vaultId)?.clean).toBe(true)
    for (let at = 0; at < file.length; at++)
      expect(sealIn(flipped(file, at), key, vault.vaultId), `byte ${at}`).toBeNull()
    for (let length = 0; length < file.length; length++)
      expect(sealIn(file.subarray(0, length), key, vault.vaultId)).toBeNull()
  })

  it('holds the head of the record and what the clock said', async () => {
    const folder = await closedVault()
    const chainHead = () => 'c0ffee'
    const vault = await unlockVault({ folder, passphrase: bytes(right), now, kdf: cheap, chainHead })
    vault.close('2026-03-02T18:00:00.000Z')
    const seal: unknown = JSON.parse(sealText(folder).split('\n')[0]!)
    expect(seal).toMatchObject({ chain_head: 'c0ffee', time_claim: '2026-03-02T18:00:00.000Z', clean: true })
    expect(await warningsOf(folder)).toEqual([])
  })

  it('is left open, and locking goes on, when it cannot be written', async () => {
    const folder = await closedVault()
    const chainHead = () => {
      if (isClosing) throw new Error('the disk was pulled out')
      return ''
    }
    let isClosing = false
    const vault = await unlockVault({ folder, passphrase: bytes(right), now, kdf: cheap, chainHead })
    isClosing = true
    vault.close()
    expect(vault.db.open).toBe(false)
    expect(await warningsOf(folder)).toEqual(['not-closed'])
  })

  it('is left open when a change was under way, and the change is undone', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    vault.db.exec("BEGIN; UPDATE note SET said = 'half'")
    vault.close()
    const again = await unlock(folder)
    expect(again.warnings).toEqual(['not-closed'])
    expect(again.db.prepare('SELECT said FROM note').pluck().get()).toBe('kept')
    again.close()
  })
})

describe('a database that was changed', () => {
  it('is called damaged at every page, whichever part of the page it is', async () => {
    const folder = await closedVault()
    const file = readFileSync(join(folder, 'case.db'))
    const last = file.length / pageBytes - 1
    for (const page of [0, last])
      for (const within of [0, 1000, 4015, 4016, 4031, 4032, 4095]) {
        const at = page * pageBytes + within
        writeFileSync(join(folder, 'case.db'), flipped(file, at))
        expect(await codeOf(async () => (await unlock(folder)).close()), `byte ${at}`).toBe('vault/damaged')
      }
    writeFileSync(join(folder, 'case.db'), file)
    expect(await warningsOf(folder)).toEqual([])
  })
})

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlcipher from '@signalapp/sqlcipher'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { closedVault, codeOf, create, emptyFolder, newPlace, right, unlock } from './place.ts'

const key = new Uint8Array(32).fill(5)
const newFile = () => join(emptyFolder(), 'case.db')
function messageOf(work: () => unknown): string {
  try {
    return String(work())
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('the database', () => {
  it('keeps temporary data in memory and answers every setting as it must', () => {
    const db = openDatabase(newFile(), key, { create: true })
    const answers = Object.fromEntries(
      ['temp_store', 'journal_mode', 'synchronous', 'locking_mode', 'secure_delete', 'trusted_schema']
        .concat([
          'cell_size_check',
          'foreign_keys',
          'mmap_size',
          'cache_size',
          'page_size',
          'cipher',
          'legacy',
        ])
        .map(name => [name, db.pragma(name, { simple: true })]),
    )
    expect(answers).toEqual({
      temp_store: 2,
      journal_mode: 'truncate',
      synchronous: 3,
      locking_mode: 'exclusive',
      secure_delete: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      foreign_keys: 1,
      mmap_size: 0,
      cache_size: -32_768,
      page_size: 4096,
      cipher: 'sqlcipher',
      legacy: '4',
    })
    db.close()
  })

  it('is never made where a file is, and never opened where none is', async () => {
    const path = newFile()
    expect(await codeOf(() => openDatabase(path, key, { create: false }))).toBe('file/gone')
    openDatabase(path, key, { create: true }).close()
    const before = readFileSync(path)
    expect(await codeOf(() => openDatabase(path, key, { create: true }))).toBe('vault/already-there')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('that is somebody else’s does not pass for a vault', async () => {
    const path = newFile()
    const other = openDatabase(path, key, { create: true })
    other.pragma('application_id = 1')
    other.close()
    expect(await codeOf(() => openDatabase(path, key, { create: false }))).toBe('vault/damaged')
  })

  it('leaves the bytes of the key as they are, and says nothing of it when it refuses', async () => {
    const path = newFile()
    openDatabase(path, key, { create: true }).close()
    const other = new Uint8Array(32).fill(6)
    const refused = messageOf(() => openDatabase(path, other, { create: false }))
    expect(refused).toBe('vault/damaged')
    expect(key).toEqual(new Uint8Array(32).fill(5))
  })

  it('is kept from other processes too', async () => {
    const folder = await closedVault()
    const vault = await unlock(folder)
    const script = `
      import Driver from 'better-sqlite3-multiple-ciphers'
      const db = new Driver(process.argv[1], { timeout: 0 })
      db.pragma("cipher='sqlcipher'"); db.pragma('legacy=4')
      db.key(Buffer.from("x'" + process.argv[2] + "'"))
      try { db.prepare('SELECT count(*) FROM sqlite_schema').get(); console.log('opened') } catch (error) { console.log(error.code) }`
    const otherProcess = () => {
      const asked = ['--input-type=module', '-e', script, join(folder, 'case.db'), hex(vault.subkey('db'))]
      return spawnSync(process.execPath, asked, { encoding: 'utf8' }).stdout.trim()
    }
    expect(otherProcess()).toBe('SQLITE_BUSY')
    vault.db.exec("INSERT INTO note VALUES ('more')")
    expect(otherProcess()).toBe('SQLITE_BUSY')
    expect(await codeOf(() => unlock(folder))).toBe('vault/in-use')
    expect(otherProcess()).toBe('SQLITE_BUSY')
    vault.close()
  })
})

describe('a stranger’s program', () => {
  it('reads the database with the raw key: it is genuine SQLCipher 4', async () => {
    const folder = newPlace()
    const vault = await create(folder)
    vault.db.exec('CREATE TABLE note (said TEXT)')
    vault.db.prepare('INSERT INTO note VALUES (?)').run('يا مرحبا')
    const rawKey = hex(vault.subkey('db'))
    vault.close()
    const db = new Sqlcipher(join(folder, 'case.db'))
    db.pragma(`key = "x'${rawKey}'"`)
    expect(db.prepare('SELECT said FROM note').all()).toEqual([{ said: 'يا مرحبا' }])
    expect(db.pragma('cipher_integrity_check')).toEqual([])
    expect(String(db.pragma('cipher_version', { simple: true }))).toMatch(/^4\./u)
    db.close()
    ;(await unlock(folder)).close()
  })

  it('without the key reads nothing', async () => {
    const folder = await closedVault()
    const asked = spawnSync('sqlite3', [join(folder, 'case.db'), 'SELECT * FROM sqlite_schema'], {
      encoding: 'utf8',
    })
    if (asked.error) return console.log('sqlite3 is not installed here: its try at the database was left out')
    expect(asked.status).not.toBe(0)
    expect(asked.stderr).toContain('not a database')
    expect(asked.stdout).toBe('')
  })

  it('finds nothing that was written, no passphrase and no key in any file', async () => {
    const folder = newPlace()
    const marker = 'CANARY-7f3a-said-in-confidence'
    const vault = await create(folder)
    vault.db.exec('CREATE TABLE note (said TEXT)')
    const insert = vault.db.prepare('INSERT INTO note VALUES (?)')
    vault.db.transaction(() => {
      for (let row = 0; row < 500; row++) insert.run(`${marker} ${row}`)
    })()
    vault.db.exec('CREATE INDEX said ON note (said); DELETE FROM note WHERE rowid % 2')
    const keys = ['db', 'seal-mac'].map(name => Buffer.from(vault.subkey(name)))
    const spellings = [marker, right, ...keys.map(hex), 'SQLite format 3']
      .flatMap(secret => [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(btoa(secret))])
      .concat(keys)
    const telling = () =>
      readdirSync(folder).filter(name => {
        const file = readFileSync(join(folder, name))
        return spellings.some(spelling => file.includes(spelling))
      })
    expect(telling()).toEqual([])
    vault.close()
    expect(telling()).toEqual([])
    writeFileSync(join(folder, 'control'), `x${marker}`)
    expect(telling()).toEqual(['control'])
  })
})

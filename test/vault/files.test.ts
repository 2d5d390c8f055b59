import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readWhole } from '../../main/file/readWhole.ts'
import { writeDurably, writeDurablySync } from '../../main/file/writeDurably.ts'
import { bytes, codeOf, create, emptyFolder, unlock } from './place.ts'

const isRoot = process.getuid?.() === 0

/** A small disk of its own, or `null` where none may be mounted. */
function smallDisk(kilobytes: number): string | null {
  const folder = emptyFolder()
  const asked = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]
  if (process.platform !== 'linux' || !isRoot || spawnSync('mount', asked).status !== 0) {
    console.log('a small disk cannot be mounted here: the trial of a full disk was left out')
    return null
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

const writers = [
  ['waiting', writeDurably],
  ['at once', async (path: string, content: Uint8Array) => writeDurablySync(path, content)],
] as const

describe.each(writers)('writing whole or nothing, %s', (_, write) => {
  it('replaces a file with all of the new content, for this user alone', async () => {
    const path = join(emptyFolder(), 'letter')
    await write(path, bytes('old'))
    await write(path, bytes('new and longer'))
    expect(readFileSync(path, 'utf8')).toBe('new and longer')
    expect(process.platform === 'win32' ? 0o600 : statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(path, '..'))).toEqual(['letter'])
  })

  it('works where the name is as long as a name may be', async () => {
    const path = join(emptyFolder(), 'x'.repeat(255))
    await write(path, bytes('kept'))
    expect(readFileSync(path, 'utf8')).toBe('kept')
  })

  it('says that the disk is full, and keeps what was there', async () => {
    const folder = smallDisk(64)
    if (!folder) return
    const path = join(folder, 'letter')
    await write(path, bytes('old'))
    expect(await codeOf(() => write(path, Buffer.alloc(100_000)))).toBe('file/disk-full')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['letter'])
  })

  it('says that it cannot write, and keeps what was there', async () => {
    const folder = isRoot ? smallDisk(64) : emptyFolder()
    if (!folder) return
    const path = join(folder, 'letter')
    await write(path, bytes('old'))
    if (isRoot) execFileSync('mount', ['-o', 'remount,ro', folder])
    else chmodSync(folder, 0o555)
    expect(await codeOf(() => write(path, bytes('new')))).toBe('file/cannot-write')
    expect(readFileSync(path, 'utf8')).toBe('old')
    if (!isRoot) chmodSync(folder, 0o755)
  })

  it('says that it cannot write where no folder is', async () => {
    expect(await codeOf(() => write(join(emptyFolder(), 'nowhere', 'letter'), bytes('x')))).toBe(
      'file/cannot-write',
    )
  })
})

describe('reading a whole file', () => {
  it('gives all bytes up to the limit', async () => {
    const path = join(emptyFolder(), 'letter')
    writeFileSync(path, 'hello')
    expect(await readWhole(path, 5)).toEqual(Buffer.from('hello'))
    writeFileSync(path, '')
    expect(await readWhole(path, 0)).toHaveLength(0)
  })

  it('says how large a file is and how large it may be', async () => {
    const path = join(emptyFolder(), 'letter')
    writeFileSync(path, Buffer.alloc(2_500_000))
    await expect(readWhole(path, 1_000_000)).rejects.toMatchObject({
      code: 'file/too-large',
      facts: { limitMb: 1, sizeMb: 2.5 },
    })
  })

  it('says when it is gone, also when only a link is left', async () => {
    const folder = emptyFolder()
    symlinkSync(join(folder, 'nothing'), join(folder, 'link'))
    expect(await codeOf(() => readWhole(join(folder, 'letter'), 10))).toBe('file/gone')
    expect(await codeOf(() => readWhole(join(folder, 'link'), 10))).toBe('file/gone')
  })

  it('does not read folders, and does not wait for pipes', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'inside'))
    expect(await codeOf(() => readWhole(join(folder, 'inside'), 10))).toBe('file/cannot-read')
    if (spawnSync('mkfifo', [join(folder, 'pipe')]).status !== 0)
      return console.log('no mkfifo here: pipes were left out')
    expect(await codeOf(() => readWhole(join(folder, 'pipe'), 10))).toBe('file/cannot-read')
  })
})

describe('a vault on a disk that is full', () => {
  it('is not made, and leaves nothing behind', async () => {
    const disk = smallDisk(16)
    if (!disk) return
    expect(await codeOf(() => create(join(disk, 'cases.vigil')))).toBe('file/disk-full')
    expect(readdirSync(disk)).toEqual([])
  })

  it('keeps what was saved, says that no more can be, and goes on when there is room', async () => {
    const disk = smallDisk(400)
    if (!disk) return
    const vault = await create(join(disk, 'cases.vigil'))
    vault.db.exec('CREATE TABLE note (said BLOB)')
    const save = vault.db.prepare('INSERT INTO note VALUES (zeroblob(8000))')
    let saved = 0
    const fill = () => {
      for (;;) saved += save.run().changes
    }
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(100_000))
    expect(fill).toThrow(/full|disk/u)
    expect(saved).toBeGreaterThan(3)
    expect(vault.db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(saved)
    rmSync(join(disk, 'ballast'))
    save.run()
    vault.close()
    const again = await unlock(join(disk, 'cases.vigil'))
    expect(again.db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(saved + 1)
    again.close()
  })
})

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newIdentity } from '../../main/exchange/identity.ts'
import { runSeal } from '../../main/exchange/run.ts'
import { writeCopy, type SlotBlock } from '../../main/vault/slotBlock.ts'
import { aDraft, bytesOf, flipped, officeSeed } from '../exchange/support.ts'
import { disguisedProgram, largeEmail, sampleEmail, truncatedEmail, zipBomb } from '../samples/email.ts'
import type { Launched } from './launch.ts'
import { get, readyCase, sentCase } from './steps/door.ts'
import {
  decide,
  openBrief,
  receiveReply,
  tryToOpenBrief,
  tryToOpenWithKey,
  writeReply,
} from './steps/exchange.ts'
import { follow, press, reads, titled, type } from './steps/hands.ts'
import { beginCase, chooseEmail } from './steps/intake.ts'
import { goTo, goToPlace } from './steps/look.ts'
import { makeRoom } from './steps/room.ts'
import { createVault, lockWithKey, takeOfferedWords, tryToUnlock, unlock } from './steps/vault.ts'
import { openWindow } from './steps/window.ts'
import { words, wordsLike } from './steps/words.ts'

/* Whatever is wrong with a file, a folder or a disk: a sentence that says so and what to do, and nothing is lost. */

const room = makeRoom()
const vaultFolder = join(room.desk, 'vault')
const on = (name: string) => join(room.desk, name)
const said = 'wander copper ninety lemon acid drum'
let vigil: Launched
let passphrase = ''

beforeAll(async () => {
  room.enter()
  vigil = await openWindow({ vaultFolder })
  passphrase = await createVault(vigil.page)
})
afterAll(async () => {
  await vigil.close()
  room.leave()
  room.remove()
})

/** Whether these words stand in the window. */
const says = (key: string) => reads(vigil.page, wordsLike(key))

describe('an e-mail', () => {
  const kept = 'Synthetic stub that stays'

  /** Takes a file in as far as it goes, in the middle of a case that is being started. */
  async function take(name: string, bytes: Uint8Array): Promise<void> {
    writeFileSync(on(name), bytes)
    const { page } = vigil
    await goTo(page, '/cases')
    await beginCase(page)
    vigil.answer(on(name))
    await chooseEmail(page)
  }

  it('that breaks off is taken in as far as it goes, and that is said', async () => {
    await take('cut.eml', await truncatedEmail())
    await says('import.note.truncated')
    await reads(vigil.page, 'car has stood outside our office')
  })

  it('with an attachment of 60 MB is taken in without it, and that is said', async () => {
    await take('large.eml', largeEmail())
    await says('import.note.attachment-too-large')
    await reads(vigil.page, 'film.mp4')
    await reads(vigil.page, 'car.png')
    rmSync(on('large.eml'))
  })

  it('that is a zip bomb in disguise is not opened', async () => {
    await take('bomb.eml', zipBomb())
    await says('refusal.import/is-archive')
  })

  it('with a program called .pdf shows what it is', async () => {
    await take('disguised.eml', disguisedProgram())
    await says('import.kind.windows-program')
    await says('email.program')
    await says('email.mismatch')
  })

  it.each<[string, Uint8Array, string]>([
    ['that is empty', new Uint8Array(), 'refusal.import/empty'],
    [
      'that is a picture',
      Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(400, '\0'), 'latin1'),
      'refusal.import/not-an-email',
    ],
  ])('%s is refused', async (_, bytes, sentence) => {
    await take('odd.eml', bytes)
    await says(sentence)
  })

  it('that is bad does not keep a good one from being taken in afterwards', async () => {
    const { page } = vigil
    await take('bad.eml', zipBomb(1000))
    await says('refusal.import/is-archive')
    writeFileSync(on('good.eml'), await sampleEmail({ language: 'en', marker: kept }))
    vigil.answer(on('good.eml'))
    await chooseEmail(page)
    await reads(page, kept)
  })
})

describe('a brief', () => {
  let whole: Uint8Array
  const reader = async () => {
    const { page } = vigil
    await goTo(page, '/handover')
    await follow(page, 'handover.readBrief')
    return page
  }

  beforeAll(async () => {
    await sentCase(vigil, { path: on('brief.age'), passphrase: said, bottomLine: 'Decide.' })
    whole = readFileSync(on('brief.age'))
  })

  it('with one bit turned over is refused as damaged', async () => {
    writeFileSync(on('flipped.age'), flipped(whole, whole.length - 3000))
    const page = await reader()
    vigil.answer(on('flipped.age'))
    await tryToOpenBrief(page, said)
    await says('refusal.exchange/damaged')
  })

  it('under another passphrase says so at the field, and the right one then opens it', async () => {
    const page = await reader()
    vigil.answer(on('brief.age'))
    await tryToOpenBrief(page, `${said} wrong`)
    await says('refusal.exchange/wrong-passphrase')
    await type(page, 'read.passphrase', said)
    await press(page, 'read.open')
    await reads(page, 'Decide.')
    await press(page, 'read.close')
  })

  it('for somebody else’s key is refused as that', async () => {
    const [theirs, ours] = [await newIdentity('hybrid'), await newIdentity('hybrid')]
    const files = [{ name: 'brief.json', bytes: bytesOf('{}') }]
    const lock = { recipients: [theirs.recipient] }
    const { file } = await runSeal({ draft: aDraft, files, signingSeed: officeSeed, lock })
    writeFileSync(on('theirs.age'), file)
    writeFileSync(on('ours.key'), `${ours.identity}\n`)
    const page = await reader()
    vigil.answer(on('theirs.age'))
    vigil.answer(on('ours.key'))
    await tryToOpenWithKey(page, '')
    await says('refusal.exchange/not-for-you')
  })

  it('that is no package at all is refused as that', async () => {
    writeFileSync(on('letter.age'), 'Dear colleagues')
    const page = await reader()
    vigil.answer(on('letter.age'))
    await tryToOpenBrief(page, said)
    await says('refusal.exchange/not-a-package')
  })
})

describe('a reply', () => {
  it('to another case is refused on this one, changes nothing, and is taken where it belongs', async () => {
    const { page } = vigil
    const one = await sentCase(vigil, { path: on('one.age'), passphrase: said, bottomLine: 'Decide on one.' })
    const other = await sentCase(vigil, {
      path: on('other.age'),
      passphrase: said,
      bottomLine: 'Decide on the other.',
    })
    await goTo(page, '/handover')
    await follow(page, 'handover.readBrief')
    vigil.answer(on('one.age'))
    await openBrief(page, said)
    await decide(page, { decision: 'decline', said: 'Not now.' })
    vigil.answer(on('reply.age'))
    await writeReply(page)

    await goTo(page, `/case/${other.caseId}/brief/${other.briefId}`)
    vigil.answer(on('reply.age'))
    await press(page, 'brief.reply.open')
    await says('refusal.brief/reply-to-another-case')
    expect((await get(page, 'brief.view', { briefId: other.briefId })).state).toBe('sent')

    await goToPlace(page, 'app.handover')
    vigil.answer(on('reply.age'))
    await receiveReply(page)
    await reads(page, 'Not now.')
    expect((await get(page, 'brief.view', { briefId: one.briefId })).state).toBe('decided')
  })
})

describe('a place that cannot be written', () => {
  const broken = async (path: string, sentence: string) => {
    const { page } = vigil
    const { caseId, briefId } = await readyCase(page, 'Decide.')
    await goTo(page, `/case/${caseId}/brief/${briefId}/send`)
    await page.getByText(words('brief.send.noted'), { exact: true }).click()
    vigil.answer(path)
    await press(page, 'brief.send.write')
    await says(sentence)
    expect(existsSync(path)).toBe(false)
    expect((await get(page, 'brief.view', { briefId })).state).toBe('approved')
  }

  it('says so, leaves nothing behind, and the brief has not left', () =>
    broken(join(room.desk, 'no such folder', 'brief.age'), 'refusal.file/cannot-write'))

  it('because the disk is full says that', async () => {
    const disk = on('disk')
    const mounted = mount(disk)
    if (!mounted) return console.log('not root: no full disk could be made.')
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(56 * 1024))
      await broken(join(disk, 'brief.age'), 'refusal.file/disk-full')
    } finally {
      spawnSync('umount', [disk])
    }
    return undefined
  })
})

/** A disk of 64 KiB, when this may be done. */
function mount(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0
}

describe('a vault', () => {
  const aside = on('vault-as-it-was')
  const setAside = async () => {
    await lockWithKey(vigil.page)
    rmSync(aside, { recursive: true, force: true })
    cpSync(vaultFolder, aside, { recursive: true })
  }
  afterEach(async () => {
    rmSync(vaultFolder, { recursive: true, force: true })
    cpSync(aside, vaultFolder, { recursive: true })
    await vigil.lock('asked')
    await unlock(vigil.page, passphrase)
    expect((await get(vigil.page, 'case.list', {})).lines.length).toBeGreaterThan(2)
  })

  it('cut in half is refused as damaged, not as a wrong passphrase', async () => {
    await setAside()
    truncateSync(
      join(vaultFolder, 'case.db'),
      Math.floor(readFileSync(join(vaultFolder, 'case.db')).length / 2),
    )
    await tryToUnlock(vigil.page, passphrase)
    await says('refusal.vault/pages-damaged')
  })

  it('that has gone is said to be missing', async () => {
    await setAside()
    rmSync(vaultFolder, { recursive: true })
    await tryToUnlock(vigil.page, passphrase)
    await says('refusal.vault/missing')
  })

  it('of a later version is left alone', async () => {
    await setAside()
    const later = { v: 1, vault_id: '0'.repeat(32), min_reader: 2, cipher: 'sqlcipher4-raw', slots: [] }
    const copy = writeCopy(later as unknown as SlotBlock, { generation: 9, dataKey: new Uint8Array(32) })
    writeFileSync(join(vaultFolder, 'keys.vk'), Buffer.concat([copy, copy]))
    await tryToUnlock(vigil.page, passphrase)
    await says('refusal.vault/newer-than-app')
    expect(readFileSync(join(vaultFolder, 'keys.vk')).equals(Buffer.concat([copy, copy]))).toBe(true)
  })
})

describe('a new vault', () => {
  let other: Launched
  beforeAll(async () => {
    other = await openWindow({ vaultFolder: on('nothing here') })
  })
  afterAll(() => other.close())

  /** Chooses a folder, and tries to make a vault there. */
  async function tryIn(folder: string): Promise<void> {
    const { page } = other
    await goTo(page, '/')
    await titled(page, 'welcome.title')
    other.answer(folder)
    await press(page, 'welcome.elsewhere')
    await follow(page, 'welcome.create')
    await type(page, 'create.officer', 'FP-1')
    await takeOfferedWords(page)
    await press(page, 'create.make')
  }

  it('in a folder that cannot be written is refused, with nothing left there', async () => {
    const folder = process.getuid?.() === 0 ? '/sys/kernel' : on('locked')
    if (folder === on('locked')) {
      mkdirSync(folder)
      chmodSync(folder, 0o500)
    }
    await tryIn(folder)
    await reads(other.page, wordsLike('refusal.file/cannot-write'))
  })

  it('on a full disk is refused, with nothing left there', async () => {
    const disk = on('small disk')
    if (!mount(disk)) return console.log('not root: no full disk could be made.')
    try {
      await tryIn(disk)
      await reads(other.page, wordsLike('refusal.file/disk-full'))
      expect(existsSync(join(disk, 'vault.vigil'))).toBe(false)
    } finally {
      spawnSync('umount', [disk])
    }
    return undefined
  })
})

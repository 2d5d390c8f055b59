import { rmSync, writeFileSync, readFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, hashesOf } from '../../shared/record/witness.ts'
import { copyOf, cutsTail, locks, machine, putBack, rewrites, verdicts, writes } from './support.ts'

/** A vault with some entries, closed once so that the machine has seen it. */
async function worked(entries = 4) {
  const here = machine()
  await here.create()
  for (let at = 1; at < entries; at++) await writes(here, at)
  return here
}

describe('this machine as a witness', () => {
  it('says nothing in ordinary use', async () => {
    const here = await worked()
    await locks(here)
    await here.unlock()
    expect(await verdicts(here)).toEqual(['machine fits 0', 'seal fits 0'])
    await expect(writes(here, 9)).resolves.toBeNull()
  })

  it('notices that an older copy of the whole vault was put back, and how much is missing', async () => {
    const here = await worked(4)
    await locks(here)
    const old = copyOf(here)
    await here.unlock()
    for (let at = 1; at <= 3; at++) await writes(here, at)
    await locks(here)
    putBack(here, old)
    await here.unlock()
    expect(await verdicts(here)).toEqual(['machine behind 3', 'seal fits 0'])
  })

  it('notices that the end of the record was cut off, though every seal that is left fits', async () => {
    const here = await worked(6)
    await locks(here)
    await here.unlock()
    cutsTail(here, 3)
    expect((await here.get('record.verify', {})).brokenAt).toBeNull()
    expect(await verdicts(here)).toContain('machine behind 3')
    expect((await here.get('record.verify', {})).unfit).toBeGreaterThan(0)
  })

  it('notices that the record was written anew, to the same length and with seals that fit', async () => {
    const here = await worked(6)
    await locks(here)
    await here.unlock()
    rewrites(here, 3)
    expect((await here.get('record.verify', {})).brokenAt).toBeNull()
    expect(await verdicts(here)).toEqual(expect.arrayContaining(['machine differs 0', 'seal differs 0']))
  })

  it('goes on saying so after more was written in the older copy, until somebody explains it', async () => {
    const here = await worked(4)
    await locks(here)
    const old = copyOf(here)
    await here.unlock()
    for (let at = 1; at <= 3; at++) await writes(here, at)
    await locks(here)
    putBack(here, old)
    await here.unlock()
    await here.get('record.goOn', { reason: 'must write an urgent note' })
    for (let at = 4; at <= 9; at++) await writes(here, at)
    await locks(here)
    await here.unlock()
    expect(await verdicts(here)).toContain('machine differs 0')
    await here.get('record.declareRestore', { reason: 'laptop replaced, copy restored' })
    await locks(here)
    await here.unlock()
    expect(await verdicts(here)).toEqual(['machine fits 0', 'seal fits 0'])
    await expect(writes(here)).resolves.toBeNull()
  })

  it('lets nothing be written before somebody has looked, and everything be read', async () => {
    const here = await worked(4)
    await locks(here)
    const old = copyOf(here)
    await here.unlock()
    await writes(here)
    await locks(here)
    putBack(here, old)
    await here.unlock()
    expect(await here.call('vault.setIdle', { minutes: 3 })).toEqual({ ok: false, code: 'record/look-first' })
    expect((await here.get('record.list', { caseId: null, before: null })).length).toBe(4)
    await here.get('record.goOn', { reason: 'looked at it' })
    const [last] = await here.get('record.list', { caseId: null, before: null })
    expect(last).toMatchObject({ operation: 'record.goOn', reason: 'looked at it' })
    await expect(writes(here)).resolves.toBeNull()
  })

  it('keeps nothing readable outside the vault, and forgets nothing of another vault there', async () => {
    const here = await worked(4)
    await locks(here)
    const file = join(dirname(here.folder), 'witness')
    const text = readFileSync(file, 'latin1')
    expect(text).toMatch(/^[0-9a-f]{32} [A-Za-z0-9+/=]+\n$/)
    writeFileSync(file, `${text}${'a'.repeat(32)} AAAA\n`)
    await here.unlock()
    await locks(here)
    expect(readFileSync(file, 'latin1')).toContain(`${'a'.repeat(32)} AAAA`)
  })

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['of another program', (file: string) => writeFileSync(file, 'hello')],
    [
      'damaged',
      (file: string) => writeFileSync(file, readFileSync(file, 'latin1').replace(/.{9}\n$/, 'AAAAAAAA\n')),
    ],
    ['huge', (file: string) => writeFileSync(file, 'x'.repeat(100_000))],
  ])('raises no alarm when its file is %s', async (_, harm) => {
    const here = await worked(4)
    await locks(here)
    harm(join(dirname(here.folder), 'witness'))
    await here.unlock()
    expect(await verdicts(here)).toEqual(['seal fits 0'])
  })

  it('raises no false alarm over random sessions with crashes, and misses no copy that is put back', async () => {
    type Act = 'write' | 'lock' | 'crash' | 'copy' | 'put-back'
    const acts = fc.array(fc.constantFrom<Act>('write', 'lock', 'crash', 'copy', 'put-back'), {
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(acts, async steps => {
        const here = machine()
        await here.create()
        const entries = async () => (await here.get('record.standing', {})).entries
        let old: { copy: string; entries: number } | null = null
        for (const step of steps) {
          if (step === 'write') await writes(here)
          if (step === 'crash') {
            const { vault } = here.app.desk
            Object.assign(here.app.desk, { vault: null, officer: null, officerId: null })
            vault?.db.close()
            await here.unlock()
            expect((await here.get('record.standing', {})).lookFirst).toBe(false)
          }
          if (step === 'copy' || step === 'lock' || step === 'put-back') {
            const before = await entries()
            await locks(here)
            if (step === 'copy') old = { copy: copyOf(here), entries: before }
            const back: typeof old = step === 'put-back' ? old : null
            if (back) putBack(here, back.copy)
            await here.unlock()
            const standing = await here.get('record.standing', {})
            expect(standing.lookFirst).toBe(back !== null && back.entries < before)
            if (standing.lookFirst) await here.get('record.declareRestore', { reason: 'restored' })
          }
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe('the seal as a witness', () => {
  it('notices a database that was exchanged beside it', async () => {
    const here = await worked(4)
    await locks(here)
    const old = copyOf(here)
    await here.unlock()
    await writes(here)
    await locks(here)
    writeFileSync(join(here.folder, 'case.db'), readFileSync(join(old, 'case.db')))
    rmSync(join(dirname(here.folder), 'witness'))
    await here.unlock()
    expect(await verdicts(here)).toEqual(['seal differs 0'])
  })
})

describe('a code on paper', () => {
  it('finds the entry it was noted for, also when it is typed carelessly', async () => {
    const here = await worked(4)
    const { code } = await here.get('record.standing', {})
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
    await writes(here)
    const found = { seq: 4, since: 1, at: here.app.clock() }
    expect(await here.get('record.compareCode', { code })).toEqual(found)
    const careless = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect(await here.get('record.compareCode', { code: careless })).toEqual(found)
  })

  it('finds nothing once the record was written anew', async () => {
    const here = await worked(4)
    const { code } = await here.get('record.standing', {})
    rewrites(here, 2)
    expect(await here.get('record.compareCode', { code })).toBeNull()
  })

  it('says what a code looks like when something else is typed', async () => {
    const here = await worked(2)
    const no = { ok: false, code: 'record/not-a-code' }
    for (const code of ['12345', '1234567', 'ABCDEU', '???'])
      expect(await here.call('record.compareCode', { code })).toEqual(no)
  })

  it('is shown before the vault is opened, as it was when it was closed', async () => {
    const here = await worked(4)
    const { code } = await here.get('record.standing', {})
    expect(await here.get('record.closingCode', {})).toEqual({ code: null })
    await locks(here)
    expect(await here.get('record.closingCode', {})).toEqual({ code })
  })

  it('stands for every hash it is made of and for no other', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
    fc.assert(
      fc.property(hash, hash, (one, other) => {
        const { from, to } = hashesOf(codeOf(one)) ?? { from: '', to: '' }
        expect(from <= one && one < to).toBe(true)
        expect(from <= other && other < to).toBe(codeOf(one) === codeOf(other))
      }),
    )
    expect(hashesOf(codeOf('f'.repeat(64)))?.to).toBe('g')
  })
})

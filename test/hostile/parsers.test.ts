import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runOpen } from '../../main/exchange/run.ts'
import { hostilePrograms, throughJobs } from '../torture/hostile.ts'
import { craftedAge } from '../torture/hostile/craftedBytes.ts'
import { inputsOf } from '../torture/hostile/inputs.ts'
import { keptKeys, parsers } from '../torture/hostile/parsers.ts'
import type { Keys } from '../torture/hostile/parsers.ts'
import { newReader } from '../torture/hostile/reader.ts'
import type { Reader } from '../torture/hostile/reader.ts'
import { missing } from '../torture/hostile/seeds.ts'
import { randomFrom } from '../torture/frame.ts'
import { refusalOf } from '../exchange/support.ts'

/** A short run of what script/torture does for an hour: the same files under the same number. */
const seed = 20260302

let programs: string
let keys: Keys
let reader: Reader
beforeAll(async () => {
  const absent = missing()
  if (absent.length > 0) console.log(`Not here, so not read: ${absent.join(', ')}`)
  programs = await hostilePrograms()
  keys = await keptKeys()
  reader = newReader(programs)
}, 120_000)
afterAll(() => reader.end())

describe('a file from outside that was damaged or made to harm', () => {
  const ofStrangers = parsers.filter(({ name }) => name !== 'pdf')
  it.each(ofStrangers.map(parser => [parser.name, parser] as const))(
    'is read or refused, never more: %s',
    async (name, parser) => {
      const inputs = await inputsOf(parser, seed)
      for (let n = 0; n < 80; n++) {
        const { how, what } = await reader.read({ parser: name, bytes: inputs.at(n), keys }, 20_000)
        expect(how === 'read' || how === 'refused', `${name} ${n}: ${how} ${what}`).toBe(true)
      }
    },
    180_000,
  )

  it('is read, refused or stopped by the clock where Vigil reads back what it printed itself', async () => {
    const parser = parsers.find(({ name }) => name === 'pdf')
    const inputs = await inputsOf(parser ?? expect.fail('no reader of PDF'), seed)
    const impatient = newReader(programs)
    for (let n = 0; n < 20; n++) {
      const { how } = await impatient.read({ parser: 'pdf', bytes: inputs.at(n), keys }, 1_500)
      expect(['read', 'refused', 'stopped', 'too-much-memory', 'died']).toContain(how)
    }
    impatient.end()
  }, 90_000)

  it('is read or refused by the processes that really read it, one for each file', async () => {
    const { figures, problems } = await throughJobs(70, { seed, programs })
    expect(problems).toEqual([])
    expect(figures.malformed_through_jobs).toBe(210)
  }, 240_000)

  it('is noticed when a reader breaks on it', async () => {
    const seen = await reader.read({ parser: 'no such reader', bytes: new Uint8Array(), keys }, 20_000)
    expect(seen.how).toBe('crashed')
  })
})

describe('a package that does not open', () => {
  /** The five things that are told, and three that say where a file belongs instead. */
  const told = [
    'exchange/not-a-package',
    'exchange/damaged',
    'exchange/not-for-you',
    'exchange/bad-signature',
    'exchange/newer-than-app',
    'exchange/wrong-passphrase',
    'exchange/is-a-reply',
    'exchange/too-large',
  ]

  it('says one of few things, whatever was done to it', async () => {
    const sealed = parsers.find(({ name }) => name === 'package')
    const inputs = await inputsOf(sealed ?? expect.fail('no reader of packages'), seed + 1)
    const key = { identities: keys.identities }
    for (let n = 0; n < 150; n++) {
      const code = await refusalOf(() => runOpen({ file: inputs.at(n), key }))
      if (code !== null) expect(told).toContain(code)
    }
  }, 60_000)

  it('is refused before any work when its passphrase would take more than an honest one', async () => {
    const random = randomFrom(seed)
    const passphrase = new TextEncoder().encode('a passphrase nobody has')
    for (let n = 0; n < 200; n++) {
      const file = craftedAge(random)
      const asksTooMuch = /^-> scrypt \S+ (19|[2-9]\d|\d{3,})$/m.test(Buffer.from(file).toString('latin1'))
      if (!asksTooMuch) continue
      const code = await refusalOf(() => runOpen({ file, key: { passphrase } }))
      expect(['exchange/not-a-package', 'exchange/damaged', 'exchange/newer-than-app']).toContain(code)
    }
  }, 60_000)
})

import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { printWithLp } from '../../main/host/chromium/lp.ts'
import { freshFolder } from '../support.ts'

const path = process.env.PATH
afterEach(() => void (process.env.PATH = path))

/** A machine on which `lp` is this shell script. */
function machine(script: string | null): string {
  const folder = freshFolder()
  if (script !== null) {
    writeFileSync(join(folder, 'lp'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'lp'), 0o755)
  }
  process.env.PATH = script === null ? folder : `${folder}:${path}`
  return folder
}

describe('printing with lp', () => {
  it('hands the paper over through standard input, so that no file of it is written here', async () => {
    const folder = machine(`cat > "$(dirname "$0")/got"; echo "$@" > "$(dirname "$0")/asked"`)
    const before = readdirSync(folder)
    expect(await printWithLp({ pdf: new TextEncoder().encode('%PDF words') })).toBe(true)
    expect(before).toEqual(['lp'])
    expect(readFileSync(join(folder, 'got'), 'utf8')).toBe('%PDF words')
    expect(readFileSync(join(folder, 'asked'), 'utf8').trim()).toBe('-s -t document -')
  })

  it.each([
    ['no printer takes it', 'cat > /dev/null; exit 1'],
    ['the printer closes at once', 'exec 0<&-; exit 1'],
    ['there is no lp', null],
  ])('says so when %s', async (_when, script) => {
    machine(script)
    const pdf = new Uint8Array(300_000)
    await expect(printWithLp({ pdf })).rejects.toMatchObject({ code: 'paper/no-printer' })
  })
})

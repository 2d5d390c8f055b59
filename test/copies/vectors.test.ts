import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../main/db/migrations/index.ts'
import { z } from '../../shared/zod.ts'
import { freshFolder, testApp, type TestApp } from '../support.ts'
import { restore } from './place.ts'

/* Vaults and copies that were made with every version's schema. They are never written anew. */

const vectors = join(import.meta.dirname, '../vectors/vault')
const Vector = z.strictObject({ schema: z.int(), passphrase: z.string(), cases: z.int() })
const vectorIn = (name: string) =>
  Vector.parse(JSON.parse(readFileSync(join(vectors, name, 'vector.json'), 'utf8')))

/** Opens it, and says how many cases it has and which schema it came to. */
async function opened(desk: TestApp, name: string) {
  await desk.get('vault.unlock', { passphrase: new TextEncoder().encode(vectorIn(name).passphrase) })
  const schema = desk.app.desk.vault?.db.pragma('user_version', { simple: true })
  return { schema, cases: (await desk.get('case.list', {})).lines.length }
}

const expected = (name: string) => ({ schema: migrations.length, cases: vectorIn(name).cases })

describe.each(readdirSync(vectors))('what was kept with %s', name => {
  it('is a vault that opens, with its case', async () => {
    const folder = join(freshFolder(), 'vault.vigil')
    cpSync(join(vectors, name, 'vault'), folder, { recursive: true })
    expect(await opened(testApp('2030-01-01T12:00:00.000Z', folder), name)).toEqual(expected(name))
  })

  it('is a copy that is restored, with its case', async () => {
    const desk = testApp('2030-01-01T12:00:00.000Z')
    const path = join(freshFolder(), 'copy.vgb')
    cpSync(join(vectors, name, 'copy.vgb'), path)
    expect(await restore(desk, path)).toMatchObject({ ok: true })
    expect(await opened(desk, name)).toEqual(expected(name))
  })
})

it('there is a vector for the schema of today', () => {
  expect(readdirSync(vectors).map(name => vectorIn(name).schema)).toContain(migrations.length)
})

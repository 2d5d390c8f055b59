import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrations } from '../../main/db/migrations/index.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import { intakeOf } from '../bench/drafts.ts'

/*
 * Writes the vault and the copy of this version's schema to `test/vectors/vault`, once for every released version:
 * `node script/lib/run.mjs test/copies/makeVectors.ts`. What was released is never written anew.
 */

const folder = resolve(import.meta.dirname, '../vectors/vault', `schema-${migrations.length}`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const made = join(folder, 'made')
const copy = join(folder, 'copy.vgb')
const desk = newAppDesk({ folder: made, kdf: quickKdf, dialogs: [copy] })
await desk.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
await desk.get('case.start', { intake: intakeOf(0), fileId: null })
await desk.get('vault.makeCopy', { label: 'kept for ever' })
await desk.get('vault.lock', {})

const vault = join(folder, 'vault')
mkdirSync(vault)
for (const name of ['case.db', 'keys.vk', 'seal.vs', 'OPEN-WITHOUT-VIGIL.txt'])
  cpSync(join(made, name), join(vault, name))
rmSync(made, { recursive: true })
const said = { schema: migrations.length, passphrase: new TextDecoder().decode(passphraseOf(0)), cases: 1 }
writeFileSync(join(folder, 'vector.json'), `${JSON.stringify(said, null, 2)}\n`)

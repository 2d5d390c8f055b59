import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerAtTheDoor } from '../../main/vault/atTheDoor.ts'
import { readPreferences } from '../../main/vault/preferences.ts'
import { contract, isName } from '../../shared/contract.ts'
import { testApp, type TestApp } from '../support.ts'

/* What is answered before the program that holds a vault was read is what that program would have answered. */

const preferences = readPreferences(null)
const atTheDoor = ({ folder }: Pick<TestApp, 'folder'>, name: string) =>
  answerAtTheDoor(name, { folder, preferences })

async function office() {
  const app = testApp()
  await app.create()
  await app.get('vault.lock', {})
  return app
}

describe('before the whole program is there', () => {
  it('the window hears where the vault stands, as it would from the whole program', async () => {
    const none = testApp()
    expect(atTheDoor(none, 'vault.state')).toEqual(await none.call('vault.state', {}))
    const locked = await office()
    const said = await locked.call('vault.state', {})
    expect(said).toMatchObject({ ok: true, value: { state: 'locked' } })
    expect(atTheDoor(locked, 'vault.state')).toEqual(said)
  })

  it('the window hears how it looks', async () => {
    const app = testApp()
    expect(atTheDoor(app, 'vault.preferences')).toEqual(await app.call('vault.preferences', {}))
  })

  it('what an erasing left is no vault, which the whole program says once it went on with it', async () => {
    const app = await office()
    writeFileSync(join(app.folder, 'erasing'), '')
    expect(atTheDoor(app, 'vault.state')).toBeNull()
  })

  it('a vault that was about to be replaced is first put into its place by the whole program', async () => {
    const app = await office()
    const by = join(dirname(app.folder), 'restored')
    renameSync(app.folder, by)
    writeFileSync(`${app.folder}.replacing`, 'restored')
    expect(atTheDoor(app, 'vault.state')).toBeNull()
    expect(await app.get('vault.state', {})).toMatchObject({ state: 'locked' })
    expect(atTheDoor(app, 'vault.state')).toMatchObject({ value: { state: 'locked' } })
  })

  it('a folder that holds nothing of a vault is none', () => {
    const app = testApp()
    mkdirSync(app.folder, { recursive: true })
    expect(atTheDoor(app, 'vault.state')).toMatchObject({ value: { state: 'none' } })
  })

  it('nothing else is answered, and nothing at all of what is in a vault', () => {
    const app = testApp()
    const names = Object.keys(contract).filter(isName)
    const answered = names.filter(name => atTheDoor(app, name) !== null)
    expect(answered.toSorted()).toEqual(['vault.preferences', 'vault.state'])
    expect(atTheDoor(app, '__proto__')).toBeNull()
  })
})

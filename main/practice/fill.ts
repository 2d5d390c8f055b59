import type { Name, Output, Sent } from '../../shared/contract.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Reply } from '../../shared/refusal.ts'
import type { VaultState } from '../../shared/vault/model.ts'
import type { App } from '../app.ts'
import { answer } from '../door.ts'
import { practicePatterns } from './data.ts'
import { loadPattern } from './load.ts'
import type { Call } from './load.ts'

/** Role code of the officer of a practice vault. */
export const practiceOfficer = 'FP-1'

/** The door of this desk, as somebody in the window would ask it. */
const callOf =
  (app: App): Call =>
  async <N extends Name>(name: N, input: Sent<N>) =>
    (await answer(app, name, input)) as Reply<Output<N>>

/** Makes a vault where the desk stands. @throws Refused as `vault.create` does. */
export async function makeVault(app: App, passphrase: Uint8Array): Promise<VaultState> {
  const reply = await callOf(app)('vault.create', {
    passphrase: new Uint8Array(passphrase),
    officer: practiceOfficer,
  })
  passphrase.fill(0)
  if (!reply.ok) throw new Refused(reply.code, reply.facts)
  return reply.value
}

/** Fills the open vault with the invented cases, one after the other; a lock in between ends it. */
export async function fillWithPractice(app: App): Promise<void> {
  const call = callOf(app)
  const patterns = practicePatterns()
  for (const [index, { pattern }] of patterns.entries()) {
    app.desk.filling = { loaded: index, all: patterns.length }
    await letOthersIn()
    if (!app.desk.vault) throw new Refused('vault/locked')
    const brief = pattern.consents.length > 0
    await loadPattern(pattern, { call, today: app.today(), officer: practiceOfficer, brief })
  }
  app.desk.filling = null
}

/** Lets the window ask how far it is. */
const letOthersIn = () => new Promise<void>(resolve => setImmediate(resolve))

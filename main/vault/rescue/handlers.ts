import { join, resolve, sep } from 'node:path'
import { Refused } from '../../../shared/refusal.ts'
import type { Rescued } from '../../../shared/vault/rescue.ts'
import type { VaultState } from '../../../shared/vault/model.ts'
import type { App } from '../../app.ts'
import type { HandlersFor } from '../../handler.ts'
import { copyAsIs, freeName } from './copyAsIs.ts'
import { mustBeClosed } from '../alone.ts'
import { wipe } from '../slot.ts'
import { dropDamaged } from './damaged.ts'
import { makeRescued } from './newVault.ts'

const idle = { stage: 'idle', done: 0, all: 0 } as const

/** A folder somebody chose, outside the damaged vault: nothing is written into that. */
async function chosenParent({ ask, desk }: App): Promise<string | null> {
  const parent = await ask.chooseFolder({ title: 'Vigil' })
  if (parent === null) return null
  const isInside = `${resolve(parent)}${sep}`.startsWith(`${resolve(desk.folder)}${sep}`)
  if (isInside) throw new Refused('vault/rescue-inside')
  return parent
}

/** Runs with keys of its own: a lock in the middle, or another try to open it, wipes those on the desk. */
async function rescueTo(app: App, to: string): Promise<Rescued> {
  const { desk } = app
  const held = desk.damaged?.keys
  if (!held) throw new Refused('vault/nothing-to-rescue')
  const keys = { ...held, dataKey: held.dataKey.slice(), personKey: held.personKey.slice() }
  const rescue = (desk.rescue = { progress: idle, isStopped: false, made: null as string | null })
  try {
    const rescued = await makeRescued({
      from: desk.folder,
      to,
      keys,
      at: app.clock(),
      salt: app.random(16),
      tell: progress => Object.assign(rescue, { progress }),
      isStopped: () => rescue.isStopped,
    })
    rescue.made = to
    return rescued
  } finally {
    wipe(keys)
    rescue.progress = idle
  }
}

/** @param stateOf where the vault stands now, as the page may know it. */
export const rescueHandlers = (stateOf: (app: App) => VaultState): HandlersFor<'rescue'> => ({
  'rescue.damage': ({ app }) => app.desk.damaged?.damage ?? null,

  'rescue.copyAsIs': async ({ app }) => {
    if (!app.desk.damaged) throw new Refused('vault/nothing-to-rescue')
    const parent = await chosenParent(app)
    return parent === null ? null : copyAsIs(app.desk.folder, parent)
  },

  'rescue.start': async ({ app }) => {
    const { damaged, rescue } = app.desk
    if (!damaged?.keys) throw new Refused('vault/nothing-to-rescue')
    if (rescue && rescue.progress.stage !== 'idle') throw new Refused('vault/in-use')
    const parent = await chosenParent(app)
    return parent === null ? null : rescueTo(app, join(parent, freeName(parent, 'rescued')))
  },

  'rescue.progress': ({ app }) => app.desk.rescue?.progress ?? idle,

  'rescue.stop': ({ app }) => {
    if (app.desk.rescue) app.desk.rescue.isStopped = true
    return null
  },

  'rescue.use': ({ app }) => {
    const made = app.desk.rescue?.made ?? null
    if (made === null) throw new Refused('vault/nothing-to-rescue')
    mustBeClosed(app)
    dropDamaged(app)
    app.tellShell({ unlocked: false, idleMinutes: app.desk.idleMinutes })
    Object.assign(app.desk, { folder: made, elsewhere: true, rescue: null })
    return stateOf(app)
  },
})

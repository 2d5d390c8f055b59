import type { VaultState } from '../../shared/vault/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import { refusalForWrite } from '../file/refusalFor.ts'
import type { HandlersFor } from '../handler.ts'
import { mustBeClosed } from '../vault/alone.ts'
import { removeVault } from '../vault/erase.ts'
import { closeVault } from '../vault/handlers.ts'
import { stateOf } from '../vault/state.ts'
import { vaultState } from '../vault/vaultFile.ts'
import { isAtPractice, practiceFolder } from './place.ts'

/** The desk turns to the practice folder. A vault that is open stays where it is. @throws Refused as `mustBeClosed` */
function turnToPractice(app: App): void {
  const { desk } = app
  mustBeClosed(app)
  desk.folder = practiceFolder(desk)
  desk.elsewhere = true
}

/** The desk turns to the usual place, with nothing open. A real vault that is open stays open. @throws Refused `vault/in-use` */
function turnBack(app: App): VaultState {
  if (!isAtPractice(app.desk)) return stateOf(app)
  if (app.desk.isEntering) throw new Refused('vault/in-use')
  if (app.desk.vault) closeVault(app)
  Object.assign(app.desk, { folder: app.desk.usual, elsewhere: false, filling: null })
  return stateOf(app)
}

export const practiceHandlers: HandlersFor<'practice'> = {
  'practice.state': ({ app }) => ({ state: vaultState(practiceFolder(app.desk)) }),

  'practice.create': async ({ app }, { passphrase }) => {
    const { fillWithPractice, makeVault } = await import('./fill.ts')
    turnToPractice(app)
    try {
      await makeVault(app, passphrase)
    } catch (error) {
      turnBack(app)
      throw error
    }
    await fillWithPractice(app)
    return stateOf(app)
  },

  'practice.progress': ({ app }) => app.desk.filling ?? { loaded: 0, all: 0 },

  'practice.open': ({ app }) => {
    turnToPractice(app)
    return stateOf(app)
  },

  'practice.leave': ({ app }) => turnBack(app),

  'practice.delete': async ({ app }) => {
    const folder = practiceFolder(app.desk)
    if (vaultState(folder) === 'none') throw new Refused('vault/missing')
    const state = turnBack(app)
    try {
      await removeVault(folder)
    } catch (error) {
      throw refusalForWrite(error)
    }
    return state
  },
}

import type { VaultState } from '../../shared/vault/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'
import type { HandlersFor } from '../handler.ts'
import { destroyKeys, isErasing, removeRest } from './erase.ts'
import { vaultState } from './vaultFile.ts'

/** What erasing needs of the rest of the vault's handlers. */
interface Around {
  close(app: App): void
  stateOf(app: App): VaultState
}

type Names = 'vault.erasure' | 'vault.erase'

/** Destroying the vault of the desk's place, open or not. It needs no passphrase and makes no entry (ADR 0032). */
export const eraseHandlers = ({ close, stateOf }: Around): Pick<HandlersFor<'vault'>, Names> => ({
  'vault.erasure': ({ app }) => ({ begun: isErasing(app.desk.folder) }),

  'vault.erase': async ({ app }) => {
    const { folder } = app.desk
    if (vaultState(folder) === 'none') throw new Refused('vault/missing')
    await destroyKeys(folder)
    close(app)
    await removeRest(folder)
    return stateOf(app)
  },
})

import { Refused } from '../../shared/refusal.ts'
import type { App } from '../app.ts'

/**
 * What is done to a vault goes by the place of the desk: it stays where the vault is that is open, or on its way to it, and
 * where a copy is being unpacked.
 *
 * @throws Refused `vault/in-use`, `copies/one-at-a-time`.
 */
export function mustBeClosed({ desk }: App): void {
  if (desk.vault || desk.isEntering) throw new Refused('vault/in-use')
  if (desk.copying) throw new Refused('copies/one-at-a-time')
}

/** Opens a vault at the place of the desk, which nothing changes until it is open. @throws Refused as `mustBeClosed` */
export async function enterAlone<T>(app: App, work: () => Promise<T>): Promise<T> {
  mustBeClosed(app)
  app.desk.isEntering = true
  try {
    // A vault that was closed for damage is being looked at with its keys.
    await app.desk.closedFor
    return await work()
  } finally {
    app.desk.isEntering = false
  }
}

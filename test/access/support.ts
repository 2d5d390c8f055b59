import type { OfficerId } from '../../shared/model.ts'
import { testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const words = (text: string) => () => new TextEncoder().encode(text)
const second = words('seven walnut lanterns drift above quiet harbours')
const third = words('nine copper anchors drift beneath velvet glaciers')

/** Somebody else sits down: the vault is locked and opened with their passphrase. */
async function sits(app: TestApp, passphrase: () => Uint8Array<ArrayBuffer>): Promise<void> {
  if (app.app.desk.vault) await app.get('vault.lock', {})
  await app.get('vault.unlock', { passphrase: passphrase() })
}

/** FP-1, who made the vault. */
export async function asFirst(app: TestApp): Promise<void> {
  if (app.app.desk.vault) await app.get('vault.lock', {})
  await app.unlock()
}
/** HOP-1, head of presence. */
export const asSecond = (app: TestApp) => sits(app, second)
/** FR-1, first respondent. */
export const asThird = (app: TestApp) => sits(app, third)

/** A vault with a focal point, a head of presence and a first respondent. The focal point is at the desk. */
export async function withThree(): Promise<TestApp> {
  const app = testApp()
  await app.create()
  await app.get('vault.addPerson', { role: 'HOP-1', duties: ['head_of_presence'], passphrase: second() })
  await app.get('vault.addPerson', { role: 'FR-1', duties: ['first_respondent'], passphrase: third() })
  return app
}

export async function officerIdOf({ get }: TestApp, role: string): Promise<OfficerId> {
  const found = (await get('vault.people', {})).find(one => one.role === role)
  if (!found) throw new Error('nobody')
  return found.id
}

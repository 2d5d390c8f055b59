import { join } from 'node:path'
import { freshFolder, intake, passphrase, testApp, type TestApp } from '../support.ts'

/** Where sticks are plugged in. */
export const newStick = freshFolder

/** An open vault with one case in it. */
export async function deskWithCase(now?: string): Promise<TestApp> {
  const desk = testApp(now)
  await desk.create()
  await desk.get('case.start', { intake: intake(), fileId: null })
  return desk
}

/** Makes a copy on a stick, and says where it lies. */
export async function copyTo(desk: TestApp, stick = newStick(), name = 'copy.vgb'): Promise<string> {
  const path = join(stick, name)
  desk.shell.dialogs.push(path)
  const made = await desk.get('vault.makeCopy', { label: 'blue stick' })
  if (made === null) throw new Error('no copy was made')
  return path
}

/** Chooses a copy in a dialog. */
export async function choose(desk: TestApp, path: string) {
  desk.shell.dialogs.push(path)
  const chosen = await desk.get('vault.chooseCopy', {})
  if (chosen === null) throw new Error('nothing was chosen')
  return chosen.fileId
}

/** Rehearses opening a copy. */
export const drill = async (desk: TestApp, path: string, typed = passphrase()) =>
  desk.call('vault.drill', { fileId: await choose(desk, path), passphrase: typed })

/** Unpacks a copy at the desk of a machine. */
export const restore = async (desk: TestApp, path: string) =>
  desk.call('vault.restore', { fileId: await choose(desk, path) })

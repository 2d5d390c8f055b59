import { launch, type Launched, type LaunchOptions } from '../launch.ts'

/** Opens Vigil in a window of the size of a small laptop, with patience for a slow machine. */
export async function openWindow(options: LaunchOptions = {}): Promise<Launched> {
  const vigil = await launch(options)
  vigil.page.setDefaultTimeout(30_000)
  await vigil.page.setViewportSize({ width: 1366, height: 768 })
  return vigil
}

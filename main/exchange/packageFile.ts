import { Refused } from '../../shared/refusal.ts'
import { readJson } from './json.ts'
import type { Opened } from './seal.ts'

/** The most a package may weigh: 96 MiB. */
export const maxPackageBytes = 96 * 1024 * 1024

/** One JSON file of a package that was checked. @throws Refused `exchange/not-a-package` */
export function fileOf(opened: Opened, name: string): unknown {
  const bytes = opened.files.get(name)
  if (!bytes) throw new Refused('exchange/not-a-package')
  return readJson(bytes)
}

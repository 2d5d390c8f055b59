import { jsonFileOf } from '../../shared/exchange/seal.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Step } from '../working.ts'
import { readJsonInSlices } from './json.ts'
import type { Opened } from './seal.ts'
import { nodeTools } from './tools.ts'

/** The most a package may weigh: 96 MiB. */
export const maxPackageBytes = 96 * 1024 * 1024

/** One JSON file of a package that was checked. @throws Refused `exchange/not-a-package`, `exchange/damaged` */
export const fileOf = (opened: Opened, name: string): unknown => jsonFileOf(opened, { name, utf8: nodeTools })

/** The same step by step, for a file that is mostly one list. @throws Refused `exchange/not-a-package`, `exchange/damaged` */
export function* fileInSlices(
  { files }: Opened,
  { name, list }: { readonly name: string; readonly list: string },
): Generator<Step, unknown> {
  const bytes = files.get(name)
  if (!bytes) throw new Refused('exchange/not-a-package')
  return yield* readJsonInSlices(bytes, list)
}

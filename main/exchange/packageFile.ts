import { jsonFileOf } from '../../shared/exchange/seal.ts'
import type { Opened } from './seal.ts'
import { nodeTools } from './tools.ts'

/** The most a package may weigh: 96 MiB. */
export const maxPackageBytes = 96 * 1024 * 1024

/** One JSON file of a package that was checked. @throws Refused `exchange/not-a-package`, `exchange/damaged` */
export const fileOf = (opened: Opened, name: string): unknown => jsonFileOf(opened, { name, utf8: nodeTools })

import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** What stands beside a vault and is named after it, by the end of its name. */
export function besides(folder: string, end: RegExp): readonly string[] {
  const name = new RegExp(`^${escaped(basename(folder))}${end.source}$`, 'u')
  const beside = dirname(folder)
  return existsSync(beside)
    ? readdirSync(beside)
        .filter(found => name.test(found))
        .map(found => join(beside, found))
    : []
}

/** A folder beside the vault for a copy that is being proved; nobody can have prepared it. */
export const checkingFolder = (folder: string): string =>
  join(dirname(folder), `${basename(folder)}.${randomBytes(6).toString('hex')}.checking`)

/** Removes what a copying left that was cut short. Only while this process holds the vault: nobody else copies it. */
export function sweepChecking(folder: string): void {
  for (const left of besides(folder, /\.[0-9a-f]{12}\.checking/))
    rmSync(left, { recursive: true, force: true })
}

/** The first name of this kind beside the vault that nothing has: `cases-set-aside-1`, `cases-set-aside-2`, … */
export function freeBeside(folder: string, word: 'set-aside' | 'restored'): string {
  for (let number = 1; ; number++) {
    const place = join(dirname(folder), `${basename(folder)}-${word}-${number}`)
    if (!existsSync(place)) return place
  }
}

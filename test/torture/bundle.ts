import { resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

const made = new Map<string, Promise<string>>()

/**
 * Makes programs of their own of TypeScript files, so that a thousand of them start quickly.
 *
 * A folder is made once a run, however often it is asked for.
 *
 * @param entries name of the program → its file, from the root of the repository.
 * @returns the folder the programs are in, each under its name with `.js`.
 */
export function bundle(folder: string, entries: Readonly<Record<string, string>>): Promise<string> {
  const before = made.get(folder) ?? makePrograms(folder, entries)
  made.set(folder, before)
  return before
}

async function makePrograms(folder: string, entries: Readonly<Record<string, string>>): Promise<string> {
  const outDir = resolve(root, '.cache', folder)
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, resolve(root, file)]))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers', '@node-rs/argon2'] },
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node24', rolldownOptions: { input } },
  })
  return outDir
}

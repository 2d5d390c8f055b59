import { resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
let made: Promise<string> | null = null

/** The programs of this folder that run in a process of their own, made once a run. @returns the folder they are in. */
export function workers(): Promise<string> {
  made ??= makeWorkers()
  return made
}

async function makeWorkers(): Promise<string> {
  const outDir = resolve(root, '.cache/bench/workers')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: { input: { seal: resolve(import.meta.dirname, 'seal.ts') } },
    },
  })
  return outDir
}

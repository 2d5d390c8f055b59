// Run by script/bench, script/torture and their like: `node script/lib/run.mjs FILE [args]` runs a TypeScript program of
// this repository as it stands, with Vite's module runner. Nothing is built, watched or listened to.
import { resolve } from 'node:path'
import { createServer, createServerModuleRunner } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('Which file? node script/lib/run.mjs FILE [args]')
  process.exit(1)
}

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'warn',
  appType: 'custom',
  cacheDir: resolve(root, '.cache/run'),
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true, include: [] },
})
process.argv = [process.execPath, resolve(file), ...args]
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false })
try {
  await runner.import(resolve(file))
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await runner.close()
  await server.close()
}

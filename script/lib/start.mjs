// Run by script/start and `npm start` after a build: opens Vigil with Electron when its binary is there, else with an
// installed Chromium, and says which. `--which` only says so; `--headless` brings a screen of its own (Xvfb).
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Electron's binary, or null. Its own module is not asked: that would try to fetch it. */
function electron() {
  const folder = join(root, 'node_modules/electron')
  const name = join(folder, 'path.txt')
  const usable = existsSync(name) && process.env.VIGIL_SHELL !== 'chromium' && process.getuid?.() !== 0
  const path = usable ? join(folder, 'dist', readFileSync(name, 'utf8')) : ''
  return path && existsSync(path) ? path : null
}

/** A virtual screen for as long as this program runs, or null. */
function virtualScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.once('exit', () => screen.kill())
  return new Promise(resolve => {
    screen.once('error', () => resolve(null))
    screen.once('exit', () => resolve(null))
    screen.stdio[3].once('data', number => resolve(`:${String(number).trim()}`))
  })
}

async function start() {
  const binary = electron()
  console.log(binary ? 'Opening Vigil with electron.' : 'Opening Vigil with chromium (Electron is not here).')
  if (process.argv.includes('--which')) return

  const env = { ...process.env }
  const lacksScreen = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
  const screen = lacksScreen && process.argv.includes('--headless') ? await virtualScreen() : null
  if (screen) env.DISPLAY = screen
  else if (lacksScreen && !process.argv.includes('--headless')) {
    console.error('There is no screen here. Start Vigil from a desktop, or with --headless.')
    process.exit(1)
  }
  const headless = lacksScreen && !screen ? ['--headless'] : []
  const [command, args] = binary
    ? [binary, [root]]
    : [process.execPath, [join(root, 'out/main/chromium.js'), ...headless]]
  const child = spawn(command, args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  child.once('exit', code => process.exit(code ?? 1))
}

await start()

import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where Chromium is: `VIGIL_CHROMIUM`, else the first of the usual places. `null` when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  return [env.VIGIL_CHROMIUM, ...usualPlaces].find(path => path !== undefined && existsSync(path)) ?? null
}

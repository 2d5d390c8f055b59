import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Preferences } from '../../shared/vault/model.ts'

const usual: Preferences = { language: 'en', theme: 'system', panic: 'both', capture: 'refused' }

/** How the window looks. Anything unreadable is as good as nothing. */
export function readPreferences(file: string | null): Preferences {
  if (file === null || !existsSync(file)) return usual
  try {
    return Preferences.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return usual
  }
}

/** Keeps how the window looks: language, theme, panic keys, capture, and nothing else. A folder that cannot be written is no reason to stop. */
export function writePreferences(file: string | null, wanted: Preferences): Preferences {
  if (file === null) return wanted
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(wanted), { mode: 0o600 })
  } catch {
    // The window still shows what was chosen; it is only not remembered.
  }
  return wanted
}

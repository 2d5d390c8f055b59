import { create } from 'zustand'
import type { Editions } from '../shared/settings/lists.ts'
import type { Preferences, VaultState } from '../shared/vault/model.ts'
import { mayReadCases } from '../shared/vault/mayRead.ts'
import type { z } from '../shared/zod.ts'
import { call } from './api.ts'
import { leftOnScreen, takeUp } from './kept.ts'
import { createToasts } from './ui/index.ts'
import { readWords } from './words.ts'

interface Session {
  /** `null` until the vault process answered for the first time. */
  readonly vault: z.infer<typeof VaultState> | null
  readonly preferences: z.infer<typeof Preferences>
  /** The lists as the open vault has them. */
  readonly editions: Editions
  /** Asks again where the vault stands, and how its lists read. */
  readonly refresh: () => Promise<void>
  readonly prefer: (preferences: z.infer<typeof Preferences>) => Promise<void>
}

/** Where the vault stands and how the window looks. Memory only. */
export const useSession = create<Session>()((set, get) => ({
  vault: null,
  preferences: { language: 'en', theme: 'system', panic: 'both', capture: 'refused' },
  editions: {},
  async refresh() {
    const [state, preferences] = await Promise.all([call('vault.state', {}), call('vault.preferences', {})])
    const isOpening = state.ok && state.value.state === 'open' && get().vault?.state !== 'open'
    const look = preferences.ok ? preferences.value : get().preferences
    const [left, editions] = await Promise.all([
      isOpening ? leftOnScreen() : null,
      state.ok ? editionsOf(state.value) : {},
      readWords(look.language),
    ])
    set({ preferences: look, ...(state.ok && { vault: state.value, editions }) })
    // Together with the state: the first screen would lead away from any address but its own.
    if (left) takeUp(left)
  },
  async prefer(preferences) {
    await readWords(preferences.language)
    set({ preferences })
    await call('vault.setPreferences', preferences)
  },
}))

/** Short messages that something has happened; one queue for the window. */
export const toasts = createToasts()

/** How the lists of an open vault read to somebody who may see its cases. */
async function editionsOf({ state, duties }: z.infer<typeof VaultState>): Promise<Editions> {
  if (state !== 'open' || !mayReadCases(duties)) return {}
  const lists = await call('settings.lists', {})
  return lists.ok ? lists.value.editions : {}
}

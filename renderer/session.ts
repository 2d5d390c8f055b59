import { create } from 'zustand'
import type { Preferences, VaultState } from '../shared/vault/model.ts'
import type { z } from '../shared/zod.ts'
import { call } from './api.ts'
import { createToasts } from './ui/index.ts'

interface Session {
  /** `null` until the vault process answered for the first time. */
  readonly vault: z.infer<typeof VaultState> | null
  readonly preferences: z.infer<typeof Preferences>
  /** Asks again where the vault stands. */
  readonly refresh: () => Promise<void>
  readonly prefer: (preferences: z.infer<typeof Preferences>) => Promise<void>
}

/** Where the vault stands and how the window looks. Memory only. */
export const useSession = create<Session>()(set => ({
  vault: null,
  preferences: { language: 'en', theme: 'system' },
  async refresh() {
    const [state, preferences] = await Promise.all([call('vault.state', {}), call('vault.preferences', {})])
    if (state.ok) set({ vault: state.value })
    if (preferences.ok) set({ preferences: preferences.value })
  },
  async prefer(preferences) {
    set({ preferences })
    await call('vault.setPreferences', preferences)
  },
}))

/** Short messages that something has happened; one queue for the window. */
export const toasts = createToasts()

import { create } from 'zustand'
import type { Editions } from '../shared/settings/lists.ts'
import type { Preferences, VaultState } from '../shared/vault/model.ts'
import { mayReadCases } from '../shared/vault/mayRead.ts'
import type { z } from '../shared/zod.ts'
import { call } from './api.ts'
import { askAhead, forgetAhead } from './asking.ts'
import { leftOnScreen, takeUp } from './kept.ts'
import { createToasts } from './ui/index.ts'
import { readWords } from './words.ts'

type Standing = z.infer<typeof VaultState>

interface Session {
  /** `null` until the vault process answered for the first time. */
  readonly vault: Standing | null
  readonly preferences: z.infer<typeof Preferences>
  /** The lists as the open vault has them. */
  readonly editions: Editions
  /** Asks again where the vault stands, and how its lists read. @param known as the vault has just said it itself */
  readonly refresh: (known?: Standing) => Promise<void>
  readonly prefer: (preferences: z.infer<typeof Preferences>) => Promise<void>
}

/** Where the vault stands and how the window looks. Memory only. */
export const useSession = create<Session>()((set, get) => ({
  vault: null,
  preferences: { language: 'en', theme: 'system', panic: 'both', capture: 'refused' },
  editions: {},
  async refresh(known) {
    const [state, preferences] = await Promise.all([
      known ? ({ ok: true, value: known } as const) : call('vault.state', {}),
      known ? null : call('vault.preferences', {}),
    ])
    const isOpening = state.ok && state.value.state === 'open' && get().vault?.state !== 'open'
    const look = preferences?.ok ? preferences.value : get().preferences
    const asked = Promise.all([
      isOpening ? leftOnScreen() : null,
      state.ok ? editionsOf(state.value) : {},
      readWords(look.language),
    ])
    const isHome = isOpening && isAtDoor() && mayReadCases(state.value.duties)
    if (isHome) askAhead('case.dues')
    const [left, editions] = await asked
    set({ preferences: look, ...(state.ok && { vault: state.value, editions }) })
    // Together with the state: the first screen would lead away from any address but its own.
    if (left) takeUp(left)
    else if (isHome) window.history.replaceState(null, '', home)
    if (window.location.hash !== home) forgetAhead()
  },
  async prefer(preferences) {
    await readWords(preferences.language)
    set({ preferences })
    await call('vault.setPreferences', preferences)
  },
}))

/** The first screen of the desk. */
const home = '#/today'

/** Whether the address is that of the first screen, and leads nowhere yet. */
const isAtDoor = (): boolean => ['', '#', '#/'].includes(window.location.hash)

/** Short messages that something has happened; one queue for the window. */
export const toasts = createToasts()

/** How the lists of an open vault read to somebody who may see its cases. */
async function editionsOf({ state, duties }: Standing): Promise<Editions> {
  if (state !== 'open' || !mayReadCases(duties)) return {}
  const lists = await call('settings.lists', {})
  return lists.ok ? lists.value.editions : {}
}

import { create } from 'zustand'
import type { CaseView } from '../shared/case/model.ts'
import type { Name, Output, Sent } from '../shared/contract.ts'
import type { RefusalCode, RefusalFacts } from '../shared/refusal.ts'
import { call } from './api.ts'

/** A "no", as screens show it. */
export interface Refusal {
  readonly code: RefusalCode
  readonly field?: string | undefined
  readonly facts?: RefusalFacts | undefined
}

interface OpenCase {
  readonly view: CaseView | null
  readonly refusal: Refusal | null
  /** Loads a case; one that was open stays until the new one is there. */
  readonly open: (caseId: string) => Promise<void>
  readonly close: () => void
  /** Asks for one operation and loads the case again. `null`: refused, and `refusal` says why. */
  readonly run: <N extends Name>(name: N, input: Sent<N>) => Promise<Output<N> | null>
  /** Takes an old "no" off the screen. */
  readonly forgive: () => void
}

/** The open case: one read model, loaded afresh after every command. Memory only, never persisted. */
export const useCase = create<OpenCase>()((set, get) => ({
  view: null,
  refusal: null,
  async open(caseId) {
    const reply = await call('case.view', { caseId })
    set(reply.ok ? { view: reply.value, refusal: null } : { view: null, refusal: reply })
  },
  close: () => set({ view: null, refusal: null }),
  async run(name, input) {
    const reply = await call(name, input)
    if (!reply.ok) {
      set({ refusal: reply })
      return null
    }
    const { view } = get()
    if (view) await get().open(view.case.id)
    return reply.value
  },
  forgive: () => set({ refusal: null }),
}))

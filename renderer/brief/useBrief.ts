import { create } from 'zustand'
import type { BriefView } from '../../shared/brief/model.ts'
import type { Output, Sent } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useCase, type Refusal } from '../openCase.ts'

interface OpenBrief {
  readonly brief: BriefView | null
  /** Why it could not be loaded. */
  readonly refusal: Refusal | null
  /** What was written when it left; shown until the page is left or the vault is locked. */
  readonly receipt: NonNullable<Output<'brief.export'>> | null
  load(briefId: string): Promise<void>
  left(receipt: NonNullable<Output<'brief.export'>>): void
}

/** The brief that is open: loaded afresh after every command. Memory only. */
export const useBrief = create<OpenBrief>()((set, get) => ({
  brief: null,
  refusal: null,
  receipt: null,
  async load(briefId) {
    if (get().brief?.id !== briefId) set({ brief: null, receipt: null })
    const reply = await call('brief.view', { briefId })
    set(reply.ok ? { brief: reply.value, refusal: null } : { brief: null, refusal: reply })
  },
  left: receipt => set({ receipt }),
}))

/** Changes parts of what the author decides, and loads the brief again. `true` when it was done. */
export async function changeBrief(
  brief: BriefView,
  part: Partial<Sent<'brief.change'>['draft']>,
): Promise<boolean> {
  await useCase.getState().run('brief.change', { briefId: brief.id, draft: { ...brief.draft, ...part } })
  await useBrief.getState().load(brief.id)
  return useCase.getState().refusal === null
}

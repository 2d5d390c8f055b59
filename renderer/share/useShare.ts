import { create } from 'zustand'
import type { Receipt } from '../../shared/brief/contract.ts'
import type { ShareDraft, ShareView } from '../../shared/share/model.ts'
import { call } from '../api.ts'
import { useCase, type Refusal } from '../openCase.ts'

interface OpenShare {
  readonly share: ShareView | null
  /** Why it could not be loaded. */
  readonly refusal: Refusal | null
  /** What was written when it left; shown until the page is left or the vault is locked. */
  readonly receipt: Receipt | null
  load(shareId: string): Promise<void>
  left(receipt: Receipt): void
}

/** The share that is open: loaded afresh after every command. Memory only. */
export const useShare = create<OpenShare>()((set, get) => ({
  share: null,
  refusal: null,
  receipt: null,
  async load(shareId) {
    if (get().share?.id !== shareId) set({ share: null, receipt: null })
    const reply = await call('share.view', { shareId })
    set(reply.ok ? { share: reply.value, refusal: null } : { share: null, refusal: reply })
  },
  left: receipt => set({ receipt }),
}))

/** Changes parts of what the officer decides, and loads the share again. `true` when it was done. */
export async function changeShare(share: ShareView, part: Partial<ShareDraft>): Promise<boolean> {
  await useCase.getState().run('share.change', { shareId: share.id, draft: { ...share.draft, ...part } })
  await useShare.getState().load(share.id)
  return useCase.getState().refusal === null
}

import { create } from 'zustand'
import type { ActionView } from '../../shared/action/model.ts'
import type { Sent } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useCase, type Refusal } from '../openCase.ts'

interface OpenAction {
  readonly action: ActionView | null
  /** Why it could not be loaded. */
  readonly refusal: Refusal | null
  load(actionId: string): Promise<void>
}

/** The action that is open: loaded afresh after every command. Memory only. */
export const useAction = create<OpenAction>()((set, get) => ({
  action: null,
  refusal: null,
  async load(actionId) {
    if (get().action?.id !== actionId) set({ action: null })
    const reply = await call('action.view', { actionId })
    set(reply.ok ? { action: reply.value, refusal: null } : { action: null, refusal: reply })
  },
}))

/** Waits for what was asked and loads the action again. `true` when it was done. */
export async function thenLoad(actionId: string, asked: Promise<unknown>): Promise<boolean> {
  await asked
  const isDone = useCase.getState().refusal === null
  await useAction.getState().load(actionId)
  return isDone
}

/** Changes parts of what is planned. `true` when it was done. */
export const changeAction = (
  { id, draft }: ActionView,
  part: Partial<Sent<'action.change'>['draft']>,
): Promise<boolean> =>
  thenLoad(id, useCase.getState().run('action.change', { actionId: id, draft: { ...draft, ...part } }))

import { call } from './api.ts'
import { keepAllDrafts } from './form.ts'

/** Locks at once. What was typed is handed over first; nothing can keep the lock from happening. */
export function lock(): void {
  keepAllDrafts()
  void call('vault.lock', {})
}

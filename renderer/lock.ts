import { call } from './api.ts'
import { keepAllDrafts } from './form.ts'

/** Locks at once. What was typed is handed over first; nothing can keep the lock from happening. */
export function lock(): void {
  void keepAllDrafts()
  void call('vault.lock', {})
}

/** Takes everything off the screen, then locks. Nothing is asked. */
export function panic(): void {
  void hideAndKeep()
  void call('vault.panic', {})
}

/** Something was found of the open vault: asks what. Or the shell is about to lock. */
export function heed(event: 'locking' | 'closing' | 'panic' | 'changed', changed: () => void): void {
  if (event === 'changed') changed()
  else heedLock(event)
}

/** The shell is about to lock: hands over what was typed, and says when that is done, so that it need not wait. */
function heedLock(event: 'locking' | 'closing' | 'panic'): void {
  const kept = event === 'panic' ? hideAndKeep() : keepAllDrafts()
  void kept.finally(() => void call('vault.handedOver', {}))
}

let hiding: Promise<unknown> | null = null

/** Nothing is painted any more, as long as this page lives. What a hidden page no longer knows is read before, in the same breath. */
function hideAndKeep(): Promise<unknown> {
  try {
    return (hiding ??= keepAllDrafts())
  } finally {
    document.documentElement.style.display = 'none'
  }
}

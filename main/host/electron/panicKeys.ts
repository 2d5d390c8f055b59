import type { WebContents } from 'electron'
import type { PanicKeys } from '../../../shared/vault/model.ts'
import { panicOf, type Escapes } from '../../../shared/vault/panic.ts'

/**
 * Hears the panic keys before the page does, so that a page that hangs cannot keep them to itself.
 *
 * @returns says which keys mean panic from now on.
 */
export function hearPanic(contents: WebContents, onPanic: () => void): (keys: PanicKeys) => void {
  let keys: PanicKeys = 'both'
  let escapes: Escapes = []
  contents.on('before-input-event', (_event, input) => {
    if (input.type !== 'keyDown') return
    const key = {
      code: input.code,
      control: input.control,
      otherModifier: input.alt || input.meta,
      isRepeat: input.isAutoRepeat,
      at: performance.now(),
    }
    const heard = panicOf(key, escapes, keys)
    escapes = heard.escapes
    if (heard.panic) onPanic()
  })
  return next => void (keys = next)
}

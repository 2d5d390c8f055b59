import { describe, expect, it, vi } from 'vitest'
import { copiedFor } from '../../main/host/clipboard.ts'
import type { SystemClipboard } from '../../main/host/host.ts'
import { handClock, testShell, type HandClock, type TestShell } from './support.ts'

/* What was copied from Vigil does not stay on the clipboard; what was copied elsewhere does. */

interface Board extends SystemClipboard {
  text: string
  concealed: string[]
}

function board(changed: Partial<SystemClipboard> = {}): Board {
  const made: Board = {
    text: '',
    concealed: [],
    read: async () => made.text,
    clear: async () => void (made.text = ''),
    conceal: async text => void made.concealed.push(text),
    ...changed,
  }
  return made
}

/** Lets everything happen that only waits for answers. */
const settle = () => new Promise(resolve => setTimeout(resolve, 5))

/** Copies in the page, and lets the system have it. */
async function copy(vigil: TestShell, { clock, on, text }: { clock: HandClock; on: Board; text: string }) {
  await vigil.call('vault.copied')
  on.text = text
  clock.pass(100)
  await settle()
}

async function copied(on = board()) {
  const clock = handClock()
  const vigil = testShell(clock, { clipboard: on })
  await copy(vigil, { clock, on, text: 'P1 is afraid' })
  return { clock, vigil, on, end: () => vigil.end() }
}

describe('what was copied from Vigil', () => {
  it('is marked as a secret, and gone after half a minute', async () => {
    const { clock, on, end } = await copied()
    expect(on.concealed).toEqual(['P1 is afraid'])
    clock.pass(copiedFor - 101)
    await settle()
    expect(on.text).toBe('P1 is afraid')
    clock.pass(1)
    await vi.waitFor(() => expect(on.text).toBe(''))
    await end()
  })

  it('leaves alone what somebody copied elsewhere meanwhile', async () => {
    const { clock, on, end } = await copied()
    on.text = 'a telephone number from elsewhere'
    clock.pass(copiedFor)
    await settle()
    expect(on.text).toBe('a telephone number from elsewhere')
    await end()
  })

  it('counts from the last time something was copied', async () => {
    const { clock, vigil, on, end } = await copied()
    clock.pass(copiedFor - 200)
    await copy(vigil, { clock, on, text: 'P2 too' })
    clock.pass(copiedFor - 200)
    await settle()
    expect(on.text).toBe('P2 too')
    clock.pass(200)
    await vi.waitFor(() => expect(on.text).toBe(''))
    await end()
  })

  it.each(['idle', 'panic', 'window-closed'] as const)('goes at once when the vault locks: %s', async why => {
    const { clock, vigil, on, end } = await copied()
    const locked = vigil.relay.lock(why)
    clock.pass(300)
    await locked
    await vi.waitFor(() => expect(on.text).toBe(''))
    await end()
  })

  it('goes even when the lock comes before it could be read', async () => {
    const on = board()
    const clock = handClock()
    const vigil = testShell(clock, { clipboard: on })
    await vigil.call('vault.copied')
    on.text = 'P1 is afraid'
    const locked = vigil.relay.lock('panic')
    clock.pass(300)
    await locked
    await vi.waitFor(() => expect(on.text).toBe(''))
    await vigil.end()
  })

  it('is cleared where the system does not say what it holds', async () => {
    const on = board({ read: () => Promise.reject(new Error('no')) })
    const { clock, end } = await copied(on)
    clock.pass(copiedFor)
    await vi.waitFor(() => expect(on.text).toBe(''))
    await end()
  })

  it('delays no lock when the system does not answer', async () => {
    const { clock, vigil, end } = await copied(board({ read: () => new Promise(() => {}) }))
    const locked = vigil.relay.lock('suspend')
    clock.pass(300)
    await locked
    expect(vigil.done).toContain('reload')
    await end()
  })

  it('leaves a clipboard alone that Vigil put nothing on', async () => {
    const on = board()
    on.text = 'somebody else’s'
    const clock = handClock()
    const vigil = testShell(clock, { clipboard: on })
    const locked = vigil.relay.lock('idle')
    clock.pass(300)
    await locked
    await settle()
    expect(on.text).toBe('somebody else’s')
    await vigil.end()
  })
})

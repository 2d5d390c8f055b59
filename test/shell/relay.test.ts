import { afterEach, describe, expect, it, vi } from 'vitest'
import { patience } from '../../main/relay.ts'
import { systemClock, type Clock } from '../../main/host/clock.ts'
import type { Child, Host } from '../../main/host/host.ts'
import { handClock, runs, type HandClock, testShell, type TestShell } from './support.ts'

const open: TestShell[] = []

function shell(clock: Clock | HandClock = systemClock, changed: Partial<Host> = {}): TestShell {
  const opened = testShell(clock, changed)
  open.push(opened)
  return opened
}

const valueOf = async (reply: Promise<unknown>) => ((await reply) as { value: unknown }).value
const pidOf = async (of: TestShell) => (await valueOf(of.call('pid'))) as number

afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.end()))
})

describe('asking the vault process', () => {
  it('hands over the folder of the vault before anything else', async () => {
    expect(await valueOf(shell().call('folder'))).toBe('/the/vault')
  })

  it('brings bytes there and back as bytes', async () => {
    const bytes = new Uint8Array([0, 1, 255])
    expect(await valueOf(shell().call('echo', { bytes }))).toEqual({ bytes })
  })

  it('keeps answers apart when several questions are under way', async () => {
    const { call } = shell()
    const answers = await Promise.all([1, 2, 3].map(n => valueOf(call('echo', n))))
    expect(answers).toEqual([1, 2, 3])
  })

  it('refuses a name that is not a name, and an input of more than 8 MiB', async () => {
    const { relay } = shell()
    expect(await relay.call(7, null)).toEqual({ ok: false, code: 'unknown-operation' })
    const tooLarge = { ok: false, code: 'too-large', facts: { limitMb: 8 } }
    expect(await relay.call('echo', { a: [new Uint8Array(9 * 2 ** 20)] })).toEqual(tooLarge)
    expect(await relay.call('echo', 'x'.repeat(5 * 2 ** 20))).toEqual(tooLarge)
    const itself: Record<string, unknown> = {}
    itself.itself = itself
    expect(await relay.call('echo', itself)).toEqual(tooLarge)
  })

  it('drops what the vault process says out of form', async () => {
    const { call } = shell()
    await call('nonsense')
    expect(await valueOf(call('echo', 'still here'))).toBe('still here')
  })
})

describe('what is found while the vault is open', () => {
  it('is told to the page, which asks what it is', async () => {
    const { call, done } = shell()
    await call('found', 'replayed')
    expect(done).toContain('announce changed')
    expect(done).not.toContain('reload')
  })

  it('empties the window when it is damage, and keeps the process that can look at what is left', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    await vigil.call('found', 'damaged')
    expect(vigil.done.slice(1)).toEqual(['dismiss', 'reload'])
    expect(await pidOf(vigil)).toBe(before)
  })
})

describe('locking', () => {
  it('ends the vault process, reloads the page and starts a locked one', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    await vigil.relay.lock('asked')
    expect(runs(before)).toBe(false)
    expect(vigil.done).toEqual([
      'start vault-process',
      'dismiss',
      'announce locking',
      'start vault-process',
      'reload',
    ])
    expect(await pidOf(vigil)).not.toBe(before)
  })

  it('kills a vault process that does not listen any more', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    const hanging = vigil.call('hang')
    await vigil.relay.lock('asked')
    expect(await hanging).toEqual({ ok: false, code: 'vault/locked' })
    await vi.waitFor(() => expect(runs(before)).toBe(false))
  })

  it('waits for what was typed: a call made on hearing of the lock is still answered', async () => {
    const kept: Promise<unknown>[] = []
    const vigil = shell(handClock(), {
      announce: () => {
        kept.push(vigil.call('echo', 'half a sentence'))
        void kept[0]?.then(() => vigil.call('vault.handedOver'))
      },
    })
    await vigil.call('echo')
    await vigil.relay.lock('asked')
    expect(await kept[0]).toEqual({ ok: true, value: 'half a sentence' })
  })

  it('waits no longer than it must for a page that never says it is done', async () => {
    const clock = handClock()
    const vigil = shell(clock)
    const before = await pidOf(vigil)
    const locked = vigil.relay.lock('asked')
    clock.pass(patience.drafts)
    await locked
    expect(runs(before)).toBe(false)
  })

  it('takes the window off the screen first in a panic, closes dialogs, and asks nothing', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    expect(await vigil.call('vault.panic')).toEqual({ ok: true, value: null })
    await vi.waitFor(() => expect(vigil.done).toContain('reload'))
    expect(vigil.done).toEqual([
      'start vault-process',
      'hide',
      'dismiss',
      'announce panic',
      'start vault-process',
      'reload',
    ])
    expect(runs(before)).toBe(false)
  })

  it('is not held up by a file dialog that nobody answers', async () => {
    const vigil = shell(systemClock, { chooseFile: () => new Promise(() => {}) })
    const before = await pidOf(vigil)
    const asked = vigil.call('ask', { name: 'chooseFile', input: { title: 'A letter', extensions: [] } })
    await vigil.call('echo')
    await vigil.relay.lock('screen-lock')
    expect(await asked).toEqual({ ok: false, code: 'vault/locked' })
    expect(vigil.done).toContain('dismiss')
    expect(runs(before)).toBe(false)
  })

  it('ends the process that held the keys as soon as they were destroyed', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    expect(await vigil.call('vault.erase')).toEqual({ ok: true, value: null })
    await vi.waitFor(() => expect(vigil.done).toContain('reload'))
    expect(runs(before)).toBe(false)
  })

  it('stays open when the keys could not be destroyed', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    expect(await vigil.call('vault.erase', 'not-erased')).toMatchObject({ ok: false })
    expect(await pidOf(vigil)).toBe(before)
  })

  it('asks nothing of the shell in the name of what every object has', async () => {
    expect(await valueOf(shell().call('echo', 'x'))).toBe('x')
    expect(await shell().call('constructor')).toEqual({ ok: false, code: 'unknown-operation' })
  })

  it('answers the page before it locks on the page’s own wish', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    expect(await vigil.call('vault.lock')).toEqual({ ok: true, value: null })
    await vi.waitFor(() => expect(vigil.done).toContain('reload'))
    expect(runs(before)).toBe(false)
  })

  it('locks once however many reasons come together', async () => {
    const vigil = shell()
    await vigil.call('echo')
    await Promise.all([
      vigil.relay.lock('suspend'),
      vigil.relay.lock('screen-lock'),
      vigil.relay.lock('idle'),
    ])
    expect(vigil.done.filter(step => step === 'reload')).toHaveLength(1)
  })

  it('starts nothing again once the window was closed, even in the middle of a lock', async () => {
    const vigil = shell()
    await vigil.call('echo')
    await Promise.all([vigil.relay.lock('idle'), vigil.relay.lock('window-closed')])
    expect(vigil.done.filter(step => step.startsWith('start'))).toHaveLength(1)
    expect(await vigil.call('echo')).toEqual({ ok: false, code: 'vault/locked' })
  })
})

describe('a vault process that ends by itself', () => {
  it('locks: the page is reloaded, questions without an answer are told so, a new process runs', async () => {
    const vigil = shell()
    const before = await pidOf(vigil)
    const waiting = vigil.call('never')
    void vigil.call('die')
    expect(await waiting).toEqual({ ok: false, code: 'vault/locked' })
    await vi.waitFor(() => expect(vigil.done).toContain('reload'))
    expect(await pidOf(vigil)).not.toBe(before)
  })

  it('is not started for ever when it cannot even begin', async () => {
    let starts = 0
    const stillborn = (): Child => ({
      send() {},
      onMessage() {},
      onExit: listener => void setTimeout(listener, 5),
      kill() {},
      residentMb: () => null,
    })
    const vigil = shell(systemClock, { startProcess: () => (starts++, stillborn()) })
    await vi.waitFor(
      async () => expect(await vigil.call('echo')).toEqual({ ok: false, code: 'fault' }),
      10_000,
    )
    expect(starts).toBe(3)
  })
})

describe('nobody there', () => {
  const minute = 60_000

  async function idleShell(unlocked = true) {
    const clock = handClock()
    const vigil = shell(clock)
    await vigil.call('echo')
    if (unlocked) await vigil.call('unlock')
    return { vigil, clock, locked: () => vigil.done.includes('announce locking') }
  }

  it('locks an open vault after five minutes', async () => {
    const { clock, locked } = await idleShell()
    clock.pass(5 * minute - 1)
    expect(locked()).toBe(false)
    clock.pass(1)
    expect(locked()).toBe(true)
  })

  it('starts counting again when the page says that someone is there', async () => {
    const { vigil, clock, locked } = await idleShell()
    clock.pass(4 * minute)
    expect(await vigil.call('vault.active')).toEqual({ ok: true, value: null })
    clock.pass(4 * minute)
    expect(locked()).toBe(false)
    clock.pass(minute)
    expect(locked()).toBe(true)
  })

  it('takes the number of minutes from the vault, and only 1 to 15', async () => {
    const { vigil, clock, locked } = await idleShell()
    await vigil.call('settings', 15)
    await vigil.call('settings', 16)
    clock.pass(15 * minute - 1)
    expect(locked()).toBe(false)
    clock.pass(1)
    expect(locked()).toBe(true)
  })

  it('leaves a vault alone that is locked already', async () => {
    const { clock, locked } = await idleShell(false)
    clock.pass(60 * minute)
    expect(locked()).toBe(false)
  })

  it('believes the desktop when it says that nobody touched the machine', async () => {
    const { vigil, locked } = await idleShell()
    vigil.relay.untouchedFor(299)
    expect(locked()).toBe(false)
    vigil.relay.untouchedFor(300)
    expect(locked()).toBe(true)
  })
})

describe('what the vault process asks of the shell', () => {
  const ask = (of: TestShell, name: string, input: unknown) => valueOf(of.call('ask', { name, input }))

  it('gets file dialogs and printed documents', async () => {
    const vigil = shell()
    expect(await ask(vigil, 'chooseFile', { title: 'A file', extensions: ['eml'] })).toEqual({
      ok: true,
      value: '/chosen.eml',
    })
    expect(await ask(vigil, 'chooseDestination', { title: 'Where', suggestedName: 'a.pdf' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await ask(vigil, 'printToPdf', '<p>')).toEqual({ ok: true, value: new Uint8Array([60, 112, 62]) })
  })

  it('opens no dialog for a question out of form', async () => {
    expect(await ask(shell(), 'chooseFile', { title: 7 })).toEqual({ ok: false, code: 'fault' })
    expect(await ask(shell(), 'runJob', { name: '../echo', input: 1 })).toEqual({ ok: false, code: 'fault' })
  })

  it('runs a throw-away job with little memory and ends its process', async () => {
    const bytes = new Uint8Array([1, 2])
    const answer = (await ask(shell(), 'runJob', { name: 'echo', input: bytes })) as {
      value: { input: unknown; heapMb: number }
    }
    expect(answer.value.input).toEqual(bytes)
    expect(answer.value.heapMb).toBeLessThan(800)
  })

  it.each([
    ['crash', { ok: false, job: 'crash', code: null }],
    ['refuse', { ok: false, job: 'refused', code: 'import/empty' }],
    ['mutter', { ok: false, job: 'crash', code: null }],
  ])('is told how a job failed: %s', async (name, answer) => {
    expect(await ask(shell(), 'runJob', { name, input: null })).toEqual(answer)
  })

  it('gives a job 20 seconds', async () => {
    const clock = handClock()
    const vigil = shell(clock)
    const answer = ask(vigil, 'runJob', { name: 'hang', input: null })
    await vi.waitFor(() => expect(vigil.done).toContain('start job-hang'))
    clock.pass(20_000)
    expect(await answer).toEqual({ ok: false, job: 'time', code: null })
  })

  it('loses its jobs when the vault locks', async () => {
    const vigil = shell()
    const answer = vigil.call('ask', { name: 'runJob', input: { name: 'hang', input: null } })
    await vi.waitFor(() => expect(vigil.done).toContain('start job-hang'))
    await vigil.relay.lock('asked')
    expect(await answer).toEqual({ ok: false, code: 'vault/locked' })
  })
})

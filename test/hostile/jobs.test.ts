import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askJob } from '../../main/askJob.ts'
import { JobFailed, type Ask } from '../../main/ask.ts'
import { forkProgram } from '../../main/host/chromium/forkProgram.ts'
import { systemClock } from '../../main/host/clock.ts'
import { jobResidentMb, type Child, type Program } from '../../main/host/host.ts'
import { isLargerThan } from '../../main/host/isLargerThan.ts'
import { createJobs } from '../../main/host/jobs.ts'
import { z } from '../../shared/zod.ts'
import { handClock, runs, standIn } from '../shell/support.ts'
import { freshFolder } from '../support.ts'

const children: Child[] = []
function start(program: Program): Child {
  const child = forkProgram(standIn, program)
  children.push(child)
  return child
}
const jobs = createJobs({ startProcess: start }, systemClock)
afterEach(() => children.splice(0).forEach(child => child.kill()))

const hasNamespaces = () =>
  process.platform === 'linux' && spawnSync('unshare', ['--user', '--net', 'true']).status === 0

describe('a throw-away process that a hostile file took over', () => {
  it('reads, writes and starts nothing, makes no code of text, and knows nothing of who works here', async () => {
    const folder = freshFolder()
    const [secret, place] = [join(folder, 'secret'), join(folder, 'left behind')]
    writeFileSync(secret, 'who spoke')
    process.env.VIGIL_TEST_SECRET = 'who spoke'
    const { connects, environment, ...reached } = (await jobs.run('reach', { secret, place })) as {
      connects: string
      environment: string[]
    }
    delete process.env.VIGIL_TEST_SECRET
    expect(reached).toEqual({
      reads: 'ERR_ACCESS_DENIED',
      lists: 'ERR_ACCESS_DENIED',
      writes: 'ERR_ACCESS_DENIED',
      starts: 'ERR_ACCESS_DENIED',
      evaluates: 'EvalError',
    })
    expect(existsSync(place)).toBe(false)
    expect(environment).not.toContain('VIGIL_TEST_SECRET')
    expect(environment).not.toContain('HOME')
    if (hasNamespaces()) expect(connects).toBe('ENETUNREACH')
    else console.log('No namespaces here: a job is kept from the network by having no code for it.')
  })

  it('is ended when it takes more memory than any honest file needs', async () => {
    const clock = handClock()
    const measured: number[] = []
    const started: Child[] = []
    const greedy = (program: Program): Child => {
      const child = start(program)
      started.push(child)
      return { ...child, residentMb: () => (measured.push(child.residentMb() ?? 0), jobResidentMb + 1) }
    }
    const failing = createJobs({ startProcess: greedy }, clock)
      .run('hang', null)
      .catch((error: unknown) => error)
    const least = process.platform === 'linux' ? 1 : -1
    await vi.waitFor(() => expect(started[0]?.residentMb() ?? 0).toBeGreaterThan(least), 10_000)
    clock.pass(200)
    expect(await failing).toMatchObject({ kind: 'memory' })
    expect(measured[0]).toBeGreaterThan(least)
  })

  it('is not heard when it says too much, wherever that is hidden', async () => {
    await expect(jobs.run('flood', null)).rejects.toMatchObject({ kind: 'crash' })
  })

  it('is heard once', async () => {
    expect(await jobs.run('twice', null)).toBe(1)
  })

  it('is gone when its answer is there', async () => {
    const { pid } = (await jobs.run('self', null)) as { pid: number }
    await expect.poll(() => runs(pid)).toBe(false)
  })
})

const saying = (value: unknown): Pick<Ask, 'runJob'> => ({ runJob: () => Promise.resolve(value) })
const failing = (error: Error): Pick<Ask, 'runJob'> => ({
  async runJob() {
    throw error
  },
})
const asked = (ask: Pick<Ask, 'runJob'>) =>
  askJob(ask, { name: 'x', input: null, answer: z.string(), otherwise: 'import/took-too-long' })

describe('what a throw-away process says', () => {
  it('counts only in the form that was asked for', async () => {
    expect(await asked(saying('text'))).toBe('text')
    await expect(asked(saying({ text: 1 }))).rejects.toMatchObject({ code: 'import/took-too-long' })
  })

  it('may be a no in its own matters, and never one about the vault', async () => {
    const no = (code: string) => failing(new JobFailed('refused', code))
    await expect(asked(no('import/empty'))).rejects.toMatchObject({ code: 'import/empty' })
    await expect(asked(no('vault/wrong-passphrase'))).rejects.toMatchObject({ code: 'import/took-too-long' })
    await expect(asked(no('exchange/<script>'))).rejects.toMatchObject({ code: 'import/took-too-long' })
  })

  it.each(['time', 'memory', 'crash'] as const)('that it ended for %s is a sentence', async kind => {
    await expect(asked(failing(new JobFailed(kind)))).rejects.toMatchObject({ code: 'import/took-too-long' })
  })
})

describe('how large something from another process is', () => {
  it('is counted to the end for a list of a million parts', () => {
    expect(
      isLargerThan(
        Array.from({ length: 1_000_000 }, () => null),
        64 * 2 ** 20,
      ),
    ).toBe(false)
    expect(
      isLargerThan(
        Array.from({ length: 1_000_000 }, () => 'ab'),
        16 * 2 ** 20,
      ),
    ).toBe(true)
  })

  it('is counted inside maps and sets', () => {
    const large = new Uint8Array(1_000)
    expect(isLargerThan(new Map([['a', large]]), 500)).toBe(true)
    expect(isLargerThan(new Map([[large, 'a']]), 500)).toBe(true)
    expect(isLargerThan(new Set([large]), 500)).toBe(true)
    expect(isLargerThan(new Map([['a', 1]]), 500)).toBe(false)
  })
})

import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEmailApart } from '../../main/import/readEmailApart.ts'
import { JobFailed, type Ask } from '../../main/ask.ts'
import { Bytes } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { deepEmail, largeEmail, sampleEmail } from '../samples/email.ts'
import { samplePng } from '../samples/files.ts'
import { letters } from '../samples/letters.ts'

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string() }),
])

/** Runs the job the way a shell does: a process of its own, an answer or the end of its time, and then death. */
function shell(milliseconds = 20_000): Pick<Ask, 'runJob'> & { readonly children: ChildProcess[] } {
  const children: ChildProcess[] = []
  const runJob = (name: string, input: unknown): Promise<unknown> =>
    new Promise((answer, fail) => {
      const child = fork(resolve(`main/jobs/${name}.ts`), {
        execArgv: ['--experimental-transform-types', '--no-warnings', '--max-old-space-size=512'],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      children.push(child)
      const clock = setTimeout(() => {
        fail(new JobFailed('time'))
        child.kill('SIGKILL')
      }, milliseconds)
      child.on('exit', () => fail(new JobFailed('crash')))
      child.on('message', message => {
        const reply = Reply.parse(message)
        if (reply.ok) answer(reply.value)
        else fail(new JobFailed('refused', reply.code))
        clearTimeout(clock)
        child.kill('SIGKILL')
      })
      child.send(z.object({ bytes: Bytes }).parse(input))
    })
  return { runJob, children }
}

describe('an e-mail read in a process of its own', () => {
  it('comes back whole, with the bytes of its attachments', async () => {
    const { email, contents } = await readEmailApart(shell(), await sampleEmail({ language: 'ar' }))
    expect(email.text).toBe(letters.ar.body)
    expect(Buffer.from(contents[1]!)).toEqual(Buffer.from(samplePng()))
  })

  it('comes back when it weighs 80 MB, within the memory the process may have', async () => {
    const { email } = await readEmailApart(shell(), largeEmail())
    expect(email.notes).toEqual(['attachment-too-large'])
  })

  it('is refused by name', async () => {
    await expect(readEmailApart(shell(), new Uint8Array())).rejects.toMatchObject({ code: 'import/empty' })
    await expect(readEmailApart(shell(), deepEmail(400))).rejects.toMatchObject({ code: 'import/too-deep' })
  })

  it('is stopped in the middle when it takes too long, and nothing is taken in', async () => {
    const slow = shell(300)
    const reading = readEmailApart(slow, largeEmail())
    await expect(reading).rejects.toMatchObject({ code: 'import/took-too-long' })
    const child = slow.children[0]!
    if (child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
  })

  it('is refused when the process dies, and when it answers something that is not an e-mail', async () => {
    const dead: Pick<Ask, 'runJob'> = { runJob: () => Promise.reject(new JobFailed('crash')) }
    await expect(readEmailApart(dead, Buffer.from('x'))).rejects.toMatchObject({
      code: 'import/took-too-long',
    })
    const liar: Pick<Ask, 'runJob'> = {
      runJob: () => Promise.resolve({ email: { text: 'x' }, contents: [] }),
    }
    await expect(readEmailApart(liar, Buffer.from('x'))).rejects.toMatchObject({
      code: 'import/took-too-long',
    })
  })
})

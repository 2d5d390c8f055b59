import { Refused } from '../shared/refusal.ts'
import { JobFailed, type Ask } from './ask.ts'
import type { Answer, FromVault } from './protocol.ts'

/** The vault process's side of an ask: the functions handlers use, and where the shell's answers are handed in. */
export interface ShellLine {
  readonly ask: Ask
  /** Settles the ask `id`; an answer nobody waits for is dropped. */
  answered(id: number, answer: Answer): void
}

interface Waiting {
  resolve(value: unknown): void
  reject(reason: Refused | JobFailed): void
}

/**
 * Asks the shell over the channel and waits for its answers (ADR 0003).
 *
 * @param send posts one message to the shell.
 */
export function askShell(send: (message: FromVault) => void): ShellLine {
  const waiting = new Map<number, Waiting>()
  let next = 0

  const ask = <T>(name: keyof Ask, input: unknown) =>
    new Promise<T>((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve: value => resolve(value as T), reject })
      send({ kind: 'ask', id, name, input })
    })

  return {
    ask: {
      chooseFile: input => ask('chooseFile', input),
      chooseDestination: input => ask('chooseDestination', input),
      chooseFolder: input => ask('chooseFolder', input),
      printToPdf: html => ask('printToPdf', html),
      printOnPaper: input => ask('printOnPaper', input),
      runJob: (name, input) => ask('runJob', { name, input }),
    },
    answered(id, answer) {
      const waiter = waiting.get(id)
      waiting.delete(id)
      if (answer.ok) waiter?.resolve(answer.value)
      else
        waiter?.reject(
          'job' in answer ? new JobFailed(answer.job, answer.code) : new Refused(answer.code, answer.facts),
        )
    },
  }
}

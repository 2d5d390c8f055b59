import { Refused } from '../../shared/refusal.ts'
import { JobFailed, type Ask } from '../ask.ts'
import { askInputs, type Answer } from '../protocol.ts'
import type { Host } from './host.ts'
import type { Jobs } from './jobs.ts'

/** Answers one ask of the vault process. Never throws: what goes wrong is an answer too. */
export async function answerAsk(
  { host, jobs }: { readonly host: Host; readonly jobs: Jobs },
  { name, input }: { readonly name: keyof Ask; readonly input: unknown },
): Promise<Answer> {
  try {
    return { ok: true, value: await perform({ host, jobs, name, input }) }
  } catch (error) {
    if (error instanceof JobFailed) return { ok: false, job: error.kind, code: error.code }
    if (error instanceof Refused)
      return { ok: false, code: error.code, ...(error.facts ? { facts: error.facts } : {}) }
    return { ok: false, code: 'fault' }
  }
}

interface Question {
  readonly host: Host
  readonly jobs: Jobs
  readonly name: keyof Ask
  readonly input: unknown
}

function perform({ host, jobs, name, input }: Question): Promise<unknown> {
  switch (name) {
    case 'chooseFile':
      return host.chooseFile(askInputs.chooseFile.parse(input))
    case 'chooseDestination':
      return host.chooseDestination(askInputs.chooseDestination.parse(input))
    case 'chooseFolder':
      return host.chooseFolder(askInputs.chooseFolder.parse(input))
    case 'printToPdf':
      return host.printToPdf(askInputs.printToPdf.parse(input))
    case 'runJob': {
      const job = askInputs.runJob.parse(input)
      return jobs.run(job.name, job.input)
    }
  }
}

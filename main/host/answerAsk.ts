import { Refused } from '../../shared/refusal.ts'
import { JobFailed, type Ask } from '../ask.ts'
import { askInputs, type Answer } from '../protocol.ts'
import type { Host } from './host.ts'
import type { Jobs } from './jobs.ts'

/** Answers one ask of the vault process. Never throws: what goes wrong is an answer too. */
export async function answerAsk(
  desk: { readonly host: Host; readonly jobs: Jobs },
  { name, input }: { readonly name: keyof Ask; readonly input: unknown },
): Promise<Answer> {
  try {
    return { ok: true, value: await ways[name](desk, input) }
  } catch (error) {
    if (error instanceof JobFailed) return { ok: false, job: error.kind, code: error.code }
    if (error instanceof Refused)
      return { ok: false, code: error.code, ...(error.facts ? { facts: error.facts } : {}) }
    return { ok: false, code: 'fault' }
  }
}

type Way = (desk: { readonly host: Host; readonly jobs: Jobs }, input: unknown) => Promise<unknown>

const ways: Readonly<Record<keyof Ask, Way>> = {
  chooseFile: ({ host }, input) => host.chooseFile(askInputs.chooseFile.parse(input)),
  chooseDestination: ({ host }, input) => host.chooseDestination(askInputs.chooseDestination.parse(input)),
  chooseFolder: ({ host }, input) => host.chooseFolder(askInputs.chooseFolder.parse(input)),
  printToPdf: ({ host }, input) => host.printToPdf(askInputs.printToPdf.parse(input)),
  printOnPaper: ({ host }, input) => host.printOnPaper(askInputs.printOnPaper.parse(input)),
  runJob: ({ jobs }, input) => {
    const job = askInputs.runJob.parse(input)
    return jobs.run(job.name, job.input)
  },
}

import { Refused, refusalCodes, type RefusalCode } from '../shared/refusal.ts'
import type { z } from '../shared/zod.ts'
import { JobFailed, type Ask } from './ask.ts'

/** What a throw-away job is for, and what its answer must look like. */
export interface JobAsk<T extends z.ZodType> {
  readonly name: string
  readonly input: unknown
  /** Whoever read hostile bytes may have been taken over by them: its answer is a stranger's. */
  readonly answer: T
  /** What is said when there was no answer, or none of this form. */
  readonly otherwise: RefusalCode
}

/**
 * Runs a throw-away job and holds what it says to a schema (ADR 0035).
 *
 * @throws Refused what the job refuses, of what packages, e-mails and files are refused for; else `otherwise`.
 */
export async function askJob<T extends z.ZodType>(
  ask: Pick<Ask, 'runJob'>,
  { name, input, answer, otherwise }: JobAsk<T>,
): Promise<z.output<T>> {
  const said = await ask.runJob(name, input).catch((error: unknown) => {
    throw error instanceof JobFailed ? new Refused(codeOf(error) ?? otherwise) : error
  })
  const read = answer.safeParse(said)
  if (!read.success) throw new Refused(otherwise)
  return read.data
}

/** A job may say no in its own words only: not that a passphrase of the vault is wrong, nor that a case is gone. */
function codeOf({ kind, code }: JobFailed): RefusalCode | null {
  const known = kind === 'refused' ? refusalCodes.find(one => one === code) : undefined
  return known !== undefined && /^(exchange|import|file)\//.test(known) ? known : null
}

import { cpus, release, totalmem, type } from 'node:os'

/** What the figures were made on. Says nothing of who or where. */
export interface Machine {
  readonly system: string
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
}

/** The machine this runs on. */
export const machine = (): Machine => ({
  system: `${type()} ${release()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

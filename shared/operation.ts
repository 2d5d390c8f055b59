import type { z } from './zod.ts'

/** Reads. Its handler gets a read-only database. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const

/** Changes the vault. Runs inside one transaction with one sealed record entry: all or nothing. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', input, output }) as const

/** May wait: for a dialog, a job, the disk. Gets the vault, open or not, and opens its own transaction. */
export const task = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'task', input, output }) as const

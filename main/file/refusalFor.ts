import { Refused, type RefusalCode } from '../../shared/refusal.ts'

const writing: Readonly<Record<string, RefusalCode>> = { ENOSPC: 'file/disk-full', EDQUOT: 'file/disk-full' }
const reading: Readonly<Record<string, RefusalCode>> = { ENOENT: 'file/gone', ENOTDIR: 'file/gone' }

/** The system's own code of an error (`ENOSPC`, `EACCES`, …), or an empty text when it has none. */
export function systemCode(error: unknown): string {
  const hasCode = error instanceof Error && !(error instanceof Refused) && 'code' in error
  return hasCode && typeof error.code === 'string' ? error.code : ''
}

/** An error without a code of the system is a refusal already, or a fault of the program; it stays what it is. */
function refusalFor(error: unknown, known: (code: string) => RefusalCode): Error {
  const code = systemCode(error)
  if (code !== '') return new Refused(known(code))
  return error instanceof Error ? error : new Error('something that is not an error was thrown')
}

/** What to throw when a write failed: `file/disk-full` or, for every other error of the system, `file/cannot-write`. */
export function refusalForWrite(error: unknown): Error {
  return refusalFor(error, code => writing[code] ?? 'file/cannot-write')
}

/** What to throw when a read failed: `file/gone` or, for every other error of the system, `file/cannot-read`. */
export function refusalForRead(error: unknown): Error {
  return refusalFor(error, code => reading[code] ?? 'file/cannot-read')
}

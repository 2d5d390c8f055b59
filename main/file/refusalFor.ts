import { Refused, type RefusalCode } from '../../shared/refusal.ts'

const writing: Readonly<Record<string, RefusalCode>> = { ENOSPC: 'file/disk-full', EDQUOT: 'file/disk-full' }
const reading: Readonly<Record<string, RefusalCode>> = { ENOENT: 'file/gone', ENOTDIR: 'file/gone' }

/** The system's own code of an error (`ENOSPC`, `EACCES`, …), or an empty text when it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The refusal for a write that failed: `file/disk-full`, otherwise `file/cannot-write`. A refusal stays what it is. */
export function refusalForWrite(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused(writing[systemCode(error)] ?? 'file/cannot-write')
}

/** The refusal for a read that failed: `file/gone`, otherwise `file/cannot-read`. A refusal stays what it is. */
export function refusalForRead(error: unknown): Refused {
  return error instanceof Refused ? error : new Refused(reading[systemCode(error)] ?? 'file/cannot-read')
}

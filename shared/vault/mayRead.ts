import type { Duty } from './model.ts'

/**
 * Whether somebody may read cases. The records officer looks after keys and copies and reads no case (6.3): Vigil does
 * not show them any. It is no secret from them: their passphrase opens the same vault.
 */
export const mayReadCases = (duties: readonly Duty[]): boolean =>
  duties.some(duty => duty !== 'records_officer')

import type { Refused } from '../shared/refusal.ts'
import type { Day, FileId, Instant, OfficerId } from '../shared/model.ts'
import type { ReadEmail } from '../shared/import/model.ts'
import type { Ask } from './ask.ts'
import type { Behaviour } from './host/host.ts'
import type { Arrived } from './exchange/arrive.ts'
import type { Outside } from './record/witnesses.ts'
import type { OpenBrief } from '../shared/exchange/reply.ts'
import type { Kdf } from './vault/kdf.ts'
import type { Looking } from './name/look.ts'
import type { Copying } from './vault/copies/watch.ts'
import type { Damaged, Rescue } from './vault/rescue/damaged.ts'
import type { Throttle } from './vault/throttle.ts'
import type { OpenVault } from './vault/vaultFile.ts'
import type { Working } from './working.ts'

/** What the vault process holds open. All of it is memory, and dies with the process. */
export interface Desk {
  /** The folder of the vault in use; it need not exist yet. */
  folder: string
  /** The usual place of the vault on this machine. */
  readonly usual: string
  /** Whether `folder` is not the usual place. */
  elsewhere: boolean
  vault: OpenVault | null
  officer: string | null
  /** Whose passphrase opened the vault. */
  officerId: OfficerId | null
  idleMinutes: number
  stage: 'idle' | 'reading' | 'deriving' | 'opening' | 'checking'
  /** Whether a vault is being made or opened: until it stands in `vault`, or is refused. */
  isEntering: boolean
  /** Files somebody chose in a dialog. The page knows their numbers only. */
  readonly files: Map<FileId, string>
  /** E-mails that were read and not yet taken in. */
  readonly emails: Map<FileId, { readonly read: ReadEmail; readonly original: Uint8Array }>
  /** The brief on the reader's desk. */
  reading: OpenBrief | null
  /** A package from a colleague that waits for a decision. */
  arrived: Arrived | null
  /** A copy being made, opened or unpacked. */
  copying: Copying | null
  /** A vault that did not open because its files are damaged. */
  damaged: Damaged | null
  /** The rescue of it. */
  rescue: Rescue | null
  /** How many invented cases are in, while a practice vault is being filled. */
  filling: { readonly loaded: number; readonly all: number } | null
  /** Why the vault was closed by itself: what was found while it was open. Ends once its files were looked at. */
  closedFor: Promise<Refused | null>
  /** What stands outside the vault and has seen its record, as it was when it was opened. */
  outside: Outside | null
  /** Whether the record does not fit what is known of it, or the clock was set back, and nobody has seen that yet. */
  lookFirst: boolean
  /** How far the check of the record is, while one runs. */
  checking: { readonly done: number; readonly all: number; readonly stop: boolean } | null
  /** Long work on a package, while there is any. */
  working: Working | null
  /** How far looking for a name is, while somebody does. */
  looking: Looking | null
}

/** Everything the door and the handlers reach the world through. Tests hand in their own clock and numbers. */
export interface App {
  readonly desk: Desk
  readonly ask: Ask
  clock(): Instant
  /** The calendar day where this machine stands. Consent begins and ends with days as people live them, not with UTC's. */
  today(): Day
  newId(): string
  random(size: number): Uint8Array
  /** Tells the shell whether the vault is open, and how long nobody may be there. */
  tellShell(state: { readonly unlocked: boolean; readonly idleMinutes: number }): void
  /**
   * Tells the shell what was found while the vault is open: pages that are not those that were closed, or damage, for which
   * it was closed.
   */
  tellFound(what: 'replayed' | 'damaged'): void
  /** Tells the shell how its window is to behave. */
  tellBehaviour(behaviour: Behaviour): void
  /** A bug, as operation, class and SQLite code. Never a message: it may hold what a person said. */
  logFault(operation: string, error: unknown): void
  /** Slows down whoever tries passphrases. */
  readonly throttle: Throttle
  /** For tests alone: a cost of the key derivation below the floor. */
  readonly kdf?: Kdf | undefined
  /** For tests alone: how large a database is read through before it is shown, in bytes. */
  readonly checkedFirst?: number | undefined
  /** The page a brief is put into, as it was built, with one place for the file. */
  readerPage(): string
  /** Where preferences of the window are kept; `null` keeps them in memory. */
  readonly preferencesFile: string | null
}

/** An empty desk over one folder. */
export function newDesk(folder: string): Desk {
  return {
    folder,
    usual: folder,
    elsewhere: false,
    vault: null,
    officer: null,
    officerId: null,
    idleMinutes: 5,
    stage: 'idle',
    isEntering: false,
    files: new Map(),
    emails: new Map(),
    reading: null,
    arrived: null,
    copying: null,
    damaged: null,
    rescue: null,
    closedFor: Promise.resolve(null),
    filling: null,
    outside: null,
    lookFirst: false,
    checking: null,
    working: null,
    looking: null,
  }
}

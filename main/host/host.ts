import type { Preferences } from '../../shared/vault/model.ts'

/**
 * The few things Vigil wants from a desktop shell (ADR 0004). `electron.ts` and `chromium.ts` are the two shells.
 */
export interface Host {
  /** Asks for one file to read. `null` when the dialog was closed. */
  chooseFile(ask: FileAsk): Promise<string | null>
  /** Asks where to write one file. `null` when the dialog was closed. */
  chooseDestination(ask: DestinationAsk): Promise<string | null>
  /** Asks for a folder. `null` when the dialog was closed. */
  chooseFolder(ask: { readonly title: string }): Promise<string | null>
  /**
   * Prints a complete, script-free HTML document to PDF (A4, tagged, `@page` respected) in a window nobody sees.
   * The document may refer to nothing but `fonts/…` of the page's own origin.
   */
  printToPdf(html: string): Promise<Uint8Array>
  /**
   * Prints one document on paper: the page itself where the shell has a dialog for it, else its PDF. The system keeps what
   * it prints in clear text until it is printed, and perhaps after.
   *
   * @returns `false` when the dialog was closed.
   * @throws Refused `paper/no-printer`
   */
  printOnPaper(ask: PaperAsk): Promise<boolean>
  /** Starts one of Vigil's own programs (a bundle in `out/main`) in a process of its own. */
  startProcess(program: Program): Child
  /** Loads the page afresh; whatever it held is gone. */
  reload(): Promise<void>
  /** Tells the page that the vault is about to lock, so that it can hand over what was typed; or to ask where the vault stands. */
  announce(event: HostEvent): void
  /** Takes the window off the screen at once, whatever the page does, where the shell can; `reload` shows it again. */
  hide(): void
  /** Closes file dialogs that are open, where the shell can. */
  dismissDialogs(): void
  /** How the window behaves from now on. Said by the vault process when it starts, and after every change. */
  behave(behaviour: Behaviour): void
  readonly clipboard: SystemClipboard
}

/** The system's clipboard, as far as a shell reaches it. */
export interface SystemClipboard {
  /** The text that is on it; empty when there is none. It is compared and not kept. */
  read(): Promise<string>
  /** Leaves nothing on it. */
  clear(): Promise<void>
  /** Marks the text as one that clipboard histories should not keep, where the system knows such a mark. */
  conceal(text: string): Promise<void>
}

/** What the person chose for the window. */
export type Behaviour = Pick<Preferences, 'panic' | 'capture'>

/** Events the shell sends to the page. As few as possible. */
export type HostEvent = 'locking' | 'closing' | 'panic' | 'changed'

/** Why the vault is being locked. */
export type LockReason =
  'asked' | 'idle' | 'suspend' | 'screen-lock' | 'window-closed' | 'process-ended' | 'panic' | 'erased'

export interface FileAsk {
  readonly title: string
  /** Without the dot. Empty: any file. */
  readonly extensions: readonly string[]
}

export interface DestinationAsk {
  readonly title: string
  readonly suggestedName: string
}

/** The same document as a page and as a PDF. */
export interface PaperAsk {
  readonly html: string
  readonly pdf: Uint8Array
}

/** The heap of a throw-away process (`job-…`) at most, in MiB. Bytes lie outside it. */
export const jobMemoryMb = 512

/** The memory of a throw-away process at most, everything counted, in MiB; above it the process is ended. */
export const jobResidentMb = 1536

/** The memory a throw-away process may ask the system for where that can be limited, in MiB. Some is never used. */
export const jobDataMb = 2560

export type Program = 'vault-process' | `job-${string}`

/** A child process and its channel. Messages are structured clones: `Uint8Array` arrives as `Uint8Array`. */
export interface Child {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  /** Ends the process at once (SIGKILL); nothing of it survives. */
  kill(): void
  /** How much memory the process takes now, in MiB; `null` where the system does not tell, or when it is gone. */
  residentMb(): number | null
}

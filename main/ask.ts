import type { DestinationAsk, FileAsk, PaperAsk } from './host/host.ts'

/**
 * What the vault process may ask of the shell that started it. The relay answers; tests answer in its place.
 *
 * Throw-away jobs run in a process of their own without any database key, with a memory cap and a clock.
 */
export interface Ask {
  chooseFile(ask: FileAsk): Promise<string | null>
  chooseDestination(ask: DestinationAsk): Promise<string | null>
  chooseFolder(ask: { readonly title: string }): Promise<string | null>
  printToPdf(html: string): Promise<Uint8Array>
  /** `false` when the dialog was closed. @throws Refused `paper/no-printer` */
  printOnPaper(ask: PaperAsk): Promise<boolean>
  /**
   * Runs `main/jobs/<name>.ts` on one input in a throw-away process.
   *
   * @throws JobFailed `time` after the job's clock ran out, `memory` when it took too much, `crash` when the process ended
   *   without an answer that is one, `refused` with the job's own code when it said no.
   */
  runJob(name: string, input: unknown): Promise<unknown>
}

/** A throw-away job did not answer. `code` is set for `refused`. */
export class JobFailed extends Error {
  readonly kind: 'time' | 'memory' | 'crash' | 'refused'
  readonly code: string | null

  constructor(kind: JobFailed['kind'], code: string | null = null) {
    super(`job failed: ${kind}`)
    this.kind = kind
    this.code = code
  }
}

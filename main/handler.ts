import type { Contract, Input, Name, Output } from '../shared/contract.ts'
import type { CaseId, Day, Instant, OfficerId } from '../shared/model.ts'
import type { Duty } from '../shared/vault/model.ts'
import type { App } from './app.ts'
import type { ReadDb, WriteDb } from './db/handles.ts'
import type { Step } from './working.ts'

/** What a query gets: reading, and the time. */
export interface QueryContext {
  readonly db: ReadDb
  readonly now: Instant
  /** The calendar day where this machine stands. */
  readonly today: Day
  /** Role code of the officer at the desk. */
  readonly actor: string
  readonly officerId: OfficerId | null
  /** What that officer may decide; a sole officer holds every duty. */
  readonly duties: readonly Duty[]
  /** Whether there is nobody else in this vault. */
  readonly sole: boolean
  /** Sub-keys of the vault's data key, by name. */
  key(name: string): Uint8Array
  /** Keys that only whoever is at the desk has, by name. The caller wipes them. */
  ownKey(name: string): Uint8Array
}

/** What a command gets: writing inside the door's transaction, and a say in what its entry says. */
export interface CommandContext extends Omit<QueryContext, 'db'> {
  readonly db: WriteDb
  newId(): string
  random(size: number): Uint8Array
  /** The case the entry belongs to, and the row when it changes none. */
  about(caseId: CaseId, subject?: string): void
  /** Why, in the officer's words. */
  because(reason: string): void
}

/** What a task gets: the whole app; it may wait, and opens its own transaction when it has something to write. */
export interface TaskContext {
  readonly app: App
  /** @throws Refused `vault/locked` */
  readonly vault: () => QueryContext
  /** One transaction with one sealed entry under this task's name. @throws Refused `vault/locked` */
  write<T>(work: (context: CommandContext) => T): T
  /**
   * The same for long work, step by step: everybody else waits until it is whole or taken back, but for asking how far it is
   * and stopping it.
   *
   * @throws Refused `vault/locked`, `exchange/busy`, `exchange/stopped`
   */
  writeInSlices<T>(work: (context: CommandContext) => Generator<Step, T>): Promise<T>
}

interface Contexts {
  readonly query: QueryContext
  readonly command: CommandContext
  readonly task: TaskContext
}

/** One operation: load, decide, save, in that order and nothing else. */
export type Handler<N extends Name> = (
  context: Contexts[Contract[N]['kind']],
  input: Input<N>,
) => Contract[N]['kind'] extends 'task' ? Output<N> | Promise<Output<N>> : Output<N>

/** A feature's handlers are exactly the operations that carry its name. */
export type HandlersFor<Feature extends string> = {
  readonly [N in Extract<Name, `${Feature}.${string}`>]: Handler<N>
}

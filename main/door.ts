import { contract, isName } from '../shared/contract.ts'
import type { Name } from '../shared/contract.ts'
import type { CaseId } from '../shared/model.ts'
import { Refused } from '../shared/refusal.ts'
import type { RefusalCode, Reply } from '../shared/refusal.ts'
import { addedCodesIn, unknownCodeIn } from '../shared/settings/lists.ts'
import { mayReadCases } from '../shared/vault/mayRead.ts'
import { loadAccess } from './access/keys.ts'
import type { App } from './app.ts'
import { forReading, forWriting } from './db/handles.ts'
import { apartCases } from './db/apartKeys.ts'
import { refusalForDatabase } from './db/open.ts'
import type { CommandContext, QueryContext, TaskContext } from './handler.ts'
import { handlers } from './handlers.ts'
import { keepLines } from './lines/keep.ts'
import { settle } from './record/changes.ts'
import { openEntry, sealEntry } from './record/entry.ts'
import { timeFor } from './ruleTime.ts'
import { keepIndex, leaveIndex } from './search/keep.ts'
import { currentEditions } from './settings/repository.ts'
import { bringUpFor } from './upToDate.ts'
import { standingOf } from './vault/people.ts'
import { afterEach, inSlices, mustBeAlone } from './working.ts'
import type { Step } from './working.ts'

/**
 * The one door from the page: known name, valid input, one transaction, one sealed entry, one reply (ADR 0001).
 *
 * Never throws. A thrown error crosses Electron as its message alone (electron/electron#24427), and a message may
 * hold what a person said.
 */
export async function answer(app: App, name: unknown, input: unknown): Promise<Reply<unknown>> {
  if (!isName(name)) return no('unknown-operation')
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) return no('invalid-input', parsed.error.issues[0]?.path.join('.'))
  for (let held = heldFrom(app, name); held; held = heldFrom(app, name)) await held
  try {
    return { ok: true, value: await run(app, name, parsed.data) }
  } catch (error) {
    const expected = error instanceof Refused ? error : meeting(app, refusalForDatabase(error))
    if (expected) return refusing(expected)
    app.logFault(name, error)
    return no('fault')
  }
}

/** What is answered while a change stands half written. */
const besidesWork: ReadonlySet<Name> = new Set(['exchange.working', 'exchange.stop'])

/** What stops it: whoever locks or erases does not wait for it. */
const stopsWork: ReadonlySet<Name> = new Set(['vault.lock', 'vault.panic', 'vault.erase'])

/** Nobody reads or writes between the steps of one change (ADR 0041). @returns what to wait for, if anything */
function heldFrom({ desk }: App, name: Name): Promise<void> | null {
  if (!desk.working?.held || besidesWork.has(name)) return null
  if (stopsWork.has(name)) desk.working.stopped = true
  return desk.working.held.ended
}

/**
 * A damaged page that was met while the vault is open: it is not sealed as whole, so that the next opening reads it from end
 * to end and names what is damaged.
 */
function meeting({ desk }: App, refused: Refused | null): Refused | null {
  if (refused?.code !== 'vault/damaged' || !desk.vault) return refused
  desk.vault.distrust()
  return new Refused('vault/damage-met')
}

const refusing = ({ code, facts }: Refused): Reply<never> =>
  facts === undefined ? { ok: false, code } : { ok: false, code, facts }

const no = (code: RefusalCode, field?: string): Reply<never> =>
  field === undefined ? { ok: false, code } : { ok: false, code, field }

/** The kind is the permission: what a handler is handed is all it can do. */
function run(app: App, name: Name, input: unknown): unknown {
  const handle = handlers[name] as (context: unknown, input: unknown) => unknown
  mustBeTheirs(app, name)
  mustBeInTheLists(app, input)
  mustBeNamed(app, name, input)
  switch (contract[name].kind) {
    case 'query':
      return after(bringUpFor(app, name, input), () => handle(reading(app), input))
    case 'command':
      return after(unseen(app), () => write(app, name, context => handle(context, input)))
    case 'task':
      return handle(task(app, name), input)
  }
}

/** What a change waits for: until every page of the file was held against its seal, nothing is written. Mostly `null`. */
const unseen = ({ desk: { vault } }: App): Promise<void> | null =>
  vault && !vault.watch.isSeen() ? vault.watch.seen : null

const after = <T>(first: Promise<void> | null, work: () => T): T | Promise<T> =>
  first ? first.then(work) : work()

/** What is no case: the vault, one's own keys, the colleagues, and whether the record is whole. */
const besidesCases = /^(vault\.|way\.|recovery\.|key\.|colleague\.|record\.(?!list$|changes$))/

/** Whoever is there for the keys alone is shown no case. @throws Refused `vault/not-your-duty` */
function mustBeTheirs({ desk }: App, name: Name): void {
  if (!desk.vault || besidesCases.test(name)) return
  const { duties } = standingOf(forReading(desk.vault.db), desk.officerId)
  if (!mayReadCases(duties)) throw new Refused('vault/not-your-duty')
}

/**
 * A code an office added is known to its own vault alone, and no schema can look into a vault. One that no list here has
 * is refused, whatever field it stands in. @throws Refused `settings/code-unknown`
 */
function mustBeInTheLists({ desk }: App, input: unknown): void {
  if (!desk.vault || addedCodesIn(input).length === 0) return
  const unknown = unknownCodeIn(input, currentEditions(forReading(desk.vault.db)))
  if (unknown !== null) throw new Refused('settings/code-unknown')
}

/** Who may read a case is told to whoever may not; and the codes of several cases leave out those. */
const besidesAccess: ReadonlySet<Name> = new Set(['access.of', 'case.codes'])

/** Whoever asks for a case by its id, and is not one of those it is for, is told so. @throws Refused `access/not-named` */
function mustBeNamed({ desk }: App, name: Name, input: unknown): void {
  if (!desk.vault || besidesAccess.has(name)) return
  const known = apartCases(forReading(desk.vault.db))
  if (known.size > 0 && textsIn(input).some(text => known.get(text) === null))
    throw new Refused('access/not-named')
}

/** Every text of an input, wherever it stands. */
function textsIn(input: unknown): string[] {
  if (typeof input === 'string') return [input]
  if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return []
  return Object.values(input).flatMap(textsIn)
}

const openVault = (app: App) => {
  if (!app.desk.vault) throw new Refused('vault/locked')
  // A task that waited for something else meanwhile.
  if (app.desk.working?.held) throw new Refused('exchange/busy')
  return app.desk.vault
}

function reading(app: App): QueryContext {
  const vault = openVault(app)
  const db = forReading(vault.db)
  return {
    db,
    ...timeFor(app, db),
    actor: app.desk.officer ?? '',
    ...standingOf(db, app.desk.officerId),
    key: name => vault.subkey(name),
    ownKey: name => vault.ownKey(name),
  }
}

function task(app: App, name: Name): TaskContext {
  return {
    app,
    vault: () => reading(app),
    write: work => write(app, name, work),
    writeInSlices: work => writeInSlices(app, name, work),
  }
}

/** What a change is made with: the context of its handler, and what begins and ends its one entry. */
function changing(app: App, operation: Name) {
  const vault = openVault(app)
  if (app.desk.lookFirst) throw new Refused('record/look-first')
  vault.mustBeInPlace()
  const db = forWriting(vault.db)
  const at = app.clock()
  const actor = app.desk.officer ?? ''
  const said: { caseId: CaseId | null; subject: string | null; reason: string | null } = {
    caseId: null,
    subject: null,
    reason: null,
  }
  const context: CommandContext = {
    db,
    ...timeFor(app, db),
    actor,
    ...standingOf(db, app.desk.officerId),
    key: name => vault.subkey(name),
    ownKey: name => vault.ownKey(name),
    newId: () => app.newId(),
    random: size => app.random(size),
    about: (caseId, subject = '') => Object.assign(said, { caseId, subject: subject || null }),
    because: reason => void (said.reason = reason),
  }
  const known = apartCases(db)
  const salt = app.random(16)
  const leaves: Uint8Array[] = []
  return {
    connection: vault.db,
    context,
    begin: () => openEntry(db),
    /** What was changed so far goes to the record, so that little is left to the end. */
    settleSoFar: (seq: number) => {
      settle(db, { seq, caseId: undefined, salt, leaves })
      leaveIndex(db)
    },
    end: (seq: number) => {
      keepLines(db, context)
      sealEntry(db, seq, { at, actor, operation, salt, leaves, ...said })
      keepIndex(db)
    },
    /** What is in memory is as it was, as the vault is. */
    forget: () => {
      if (apartCases(db) !== known) loadAccess(context)
    },
  }
}

/** Runs `work` in one transaction and seals one entry over everything it changed; all or nothing. */
function write<T>(app: App, operation: Name, work: (context: CommandContext) => T): T {
  const { connection, context, begin, end, forget } = changing(app, operation)
  try {
    return connection
      .transaction(() => {
        const seq = begin()
        const value = work(context)
        end(seq)
        return value
      })
      .immediate()
  } catch (error) {
    forget()
    throw error
  }
}

/**
 * The same step by step, each with its history. The transaction stays open between two slices, and whoever asks meanwhile waits
 * (`heldFrom`).
 */
async function writeInSlices<T>(
  app: App,
  operation: Name,
  work: (context: CommandContext) => Generator<Step, T>,
): Promise<T> {
  mustBeAlone(app)
  const { connection, context, begin, settleSoFar, end, forget } = changing(app, operation)
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const takeBack = () => {
    if (connection.open && connection.inTransaction) connection.exec('ROLLBACK')
  }
  try {
    connection.exec('BEGIN IMMEDIATE')
    return await inSlices(app, 'taking', function* (working) {
      working.held = { ended, takeBack }
      const seq = begin()
      const value = yield* afterEach(work(context), () => settleSoFar(seq))
      end(seq)
      connection.exec('COMMIT')
      return value
    })
  } catch (error) {
    takeBack()
    if (connection.open) forget()
    throw error
  } finally {
    resolve()
  }
}

import { fstatSync } from 'node:fs'
import { Refused } from '../../shared/refusal.ts'
import { checkDatabase, refusalForDatabase, type Database } from '../db/open.ts'
import { authenticBeside, tagsBeside } from './look.ts'
import type { PageProof } from './pageProof.ts'
import { pageTags, saltOf, type PageTags } from './pageTags.ts'
import type { Seal, VaultWarning } from './seal.ts'

/** What is known of the pages of an open vault, and what goes on finding it out beside everything else. */
export interface Watch {
  /** Whether every page was held against the seal. Until then nothing is written. */
  isSeen(): boolean
  /** Ends when every page was, or the vault is closed. Never rejects. */
  readonly seen: Promise<void>
  /** Ends when every page was shown to be authentic, or the vault is closed: why it may not stay open, or `null`. */
  readonly checked: Promise<Refused | null>
  /** To be called before anything is written: what is not yet seen is looked at at once. @throws Refused */
  mayWrite(): void
  /** Says in the seal that the vault is not closed as it should be, so that the next opening reads everything first. Never throws. */
  distrust(): void
  /** What the file is to be sealed as; `null` when nothing was written and its seal stays as it was found. */
  tagsToSeal(): PageTags | null
  stop(): void
}

/** When the pages of a vault are looked at beside everything else. */
export interface Waits {
  /** So long after the opening every page is proved: whoever has just opened a vault asks for much. */
  readonly afterOpeningMs: number
  /** So long after the last change the tags are read again. */
  readonly afterWriteMs: number
  /** A file up to this size is sealed in no time: it is not looked at ahead of the lock. */
  readonly aheadBytes: number
}

/** What there is to watch. */
interface Watched {
  readonly db: Database
  readonly fd: number
  /** What seals it; wiped by whoever closes the vault, after `stop`. */
  readonly sealKey: Uint8Array
  /** What was closed. `null` when the pages were held against it already. */
  readonly seal: Seal | null
  /** The pages as they were found, when they were looked at before. */
  readonly tags: PageTags | null
  /** `null` when the pages were shown to be authentic before, or to fit together. Wiped here. */
  readonly proof: PageProof | null
  readonly waits: Waits
  /** Writes into the seal that the vault is open. @throws Refused `file/…` */
  markOpen(tags: PageTags): void
  warn(warning: VaultWarning): void
}

/** Nothing is looked at ahead of time where one look takes longer than this. */
const mostMs = 4_000

const refusalOf = (error: unknown) => refusalForDatabase(error) ?? new Refused('file/cannot-read')

/** The pages as the seal has them. */
const tagsIn = ({ pages, page_tag_root: root, salt }: Seal, fd: number): PageTags => ({
  pages,
  root,
  salt: salt ?? saltOf(fd),
})

/** A promise and what ends it. */
function ending<T>(): { readonly promise: Promise<T>; readonly end: (value: T) => void } {
  let end: (value: T) => void = () => undefined
  const promise = new Promise<T>(resolve => (end = resolve))
  return { promise, end }
}

/** The tags as they will have to be sealed, found out ahead of time: a lock has no time to read a large file. */
function ahead({ db, fd, sealKey, waits }: Pick<Watched, 'db' | 'fd' | 'sealKey' | 'waits'>) {
  const changed = db.prepare<[], number>('SELECT total_changes()').pluck()
  let written = 0
  let known: { readonly tags: PageTags; readonly at: string } | null = null
  let timer: NodeJS.Timeout | undefined
  const now = () => `${written} ${changed.get()}`
  const lookLater = () => {
    timer = setTimeout(() => void lookAhead(), waits.afterWriteMs).unref()
  }
  const lookAhead = async (): Promise<void> => {
    if (!db.open) return
    // What is under way may yet be undone, and ends without another change.
    if (db.inTransaction) return lookLater()
    const at = now()
    const isStopped = () => !db.open || db.inTransaction || at !== now()
    const tags = await tagsBeside({ fd, isStopped }, sealKey).catch(() => null)
    if (tags && !isStopped()) known = { tags, at }
  }
  return {
    found: (tags: PageTags) => void (known = { tags, at: now() }),
    written(isQuick: boolean) {
      written += 1
      clearTimeout(timer)
      if (isQuick && fstatSync(fd).size > waits.aheadBytes) lookLater()
    },
    tags: () => (known?.at === now() ? known.tags : pageTags(fd, sealKey)),
    stop: () => clearTimeout(timer),
  }
}

interface State {
  tags: PageTags | null
  isMarked: boolean
  isStopped: boolean
  failure: Refused | null
}

/**
 * Watches over the pages of a vault that was just opened: holds them against the seal, then shows that each is authentic.
 * SQLCipher shows that of each page that is read; here it is shown of those that nobody reads.
 */
export function watch(watched: Watched): Watch {
  const { db, fd, sealKey, seal, proof } = watched
  const [seen, checked] = [ending<void>(), ending<Refused | null>()]
  const closing = ahead(watched)
  const begun = performance.now()
  const state: State = { tags: null, isMarked: false, isStopped: false, failure: null }
  let tookMs = 0
  const isStopped = () => state.isStopped

  const fail = (error: unknown) => {
    if (!state.isStopped) state.failure ??= refusalOf(error)
  }
  const mark = () => {
    if (state.isMarked || !state.tags) return
    watched.markOpen(state.tags)
    state.isMarked = true
  }
  /** Other pages than were sealed: each is authentic, so that only what they say together can still be wrong. */
  const take = (tags: PageTags) => {
    if (state.tags) return
    state.tags = tags
    closing.found(tags)
    tookMs = performance.now() - begun
    try {
      if (seal && (seal.pages !== tags.pages || seal.page_tag_root !== tags.root)) {
        watched.warn('replayed')
        checkDatabase(db)
      }
    } catch (error) {
      fail(error)
    }
    seen.end()
  }
  const lookBeside = async () => {
    const tags = state.tags ?? (await tagsBeside({ fd, isStopped }, sealKey))
    if (tags) take(tags)
    if (state.failure || state.isStopped) return
    // A medium that does not take it now is asked again before the first change.
    try {
      mark()
    } catch {
      state.isMarked = false
    }
    if (
      !proof ||
      (await authenticBeside({ fd, isStopped }, { proof, quietMs: watched.waits.afterOpeningMs }))
    )
      return
    // A page that nothing leads to may have been torn by a power cut long ago: SQLite tells whether it is one.
    checkDatabase(db)
  }
  const run = async () => {
    await lookBeside()
      .catch(fail)
      .finally(() => proof?.wipe())
    seen.end()
    checked.end(state.isStopped ? null : state.failure)
  }
  if (watched.tags) take(watched.tags)
  if (watched.tags) mark()
  void run()

  return {
    isSeen: () => state.tags !== null,
    seen: seen.promise,
    checked: checked.promise,
    mayWrite() {
      if (!state.tags) take(pageTags(fd, sealKey))
      if (state.failure) throw state.failure
      mark()
      closing.written(tookMs < mostMs)
    },
    distrust() {
      try {
        if (!state.isMarked && seal) watched.markOpen(state.tags ?? tagsIn(seal, fd))
        state.isMarked = true
      } catch {
        // A medium that takes nothing keeps the seal as it was found.
      }
    },
    tagsToSeal: () => (state.isMarked && !state.failure ? closing.tags() : null),
    stop() {
      state.isStopped = true
      closing.stop()
      seen.end()
      checked.end(null)
    },
  }
}

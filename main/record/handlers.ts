import { codeOf, hashesOf } from '../../shared/record/witness.ts'
import type { Standing } from '../../shared/record/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { HandlersFor, TaskContext } from '../handler.ts'
import { closingHead } from '../vault/seal.ts'
import { checkRecord } from './check.ts'
import { changesOf } from './changes.ts'
import { chainHead, entriesOf } from './entry.ts'
import { entriesBefore, entryBetween, lastCheck } from './repository.ts'
import { clockBehind, leaveWitness } from './watch.ts'
import { watchedLines, witnessLines } from './witnesses.ts'

function standing({ app, vault }: TaskContext): Standing {
  const { db } = vault()
  const { outside, lookFirst } = app.desk
  return {
    entries: entriesOf(db),
    code: codeOf(chainHead(db)),
    witnesses: witnessLines(db, outside ?? { machine: null, seal: null }),
    watched: watchedLines(db),
    clockBehind: clockBehind(app, db),
    now: app.clock(),
    lookFirst,
    lastCheck: lastCheck(db),
  }
}

/** One entry that says why; from then on it counts as looked at. */
function explain({ app, write }: TaskContext, reason: string): null {
  const before = app.desk.lookFirst
  app.desk.lookFirst = false
  try {
    write(({ because }) => because(reason))
  } catch (error) {
    app.desk.lookFirst = before
    throw error
  }
  if (app.desk.vault) leaveWitness(app, app.desk.vault)
  return null
}

export const recordHandlers: HandlersFor<'record'> = {
  'record.list': ({ db }, asked) => entriesBefore(db, asked),

  'record.changes': ({ db }, { seq }) => changesOf(db, seq),

  'record.verify': checkRecord,

  'record.checking': ({ app: { desk } }) => {
    const { done, all } = desk.checking ?? { done: 0, all: 0 }
    return { done, all }
  },

  'record.stopChecking': ({ app: { desk } }) => {
    if (desk.checking) desk.checking = { ...desk.checking, stop: true }
    return null
  },

  'record.standing': standing,

  'record.closingCode': async ({ app: { desk } }) => {
    const head = desk.vault ? null : await closingHead(desk.folder)
    return { code: head === null ? null : codeOf(head) }
  },

  'record.compareCode': ({ db }, { code }) => {
    const hashes = hashesOf(code)
    if (!hashes) throw new Refused('record/not-a-code')
    const entry = entryBetween(db, hashes)
    return entry && { ...entry, since: entriesOf(db) - entry.seq }
  },

  'record.declareRestore': (task, { reason }) => explain(task, reason),
  'record.goOn': (task, { reason }) => explain(task, reason),
  'record.confirmClock': (task, { reason }) => explain(task, reason),
}

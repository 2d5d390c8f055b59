import { whole as atOnce } from '../../main/working.ts'
import { arrivalOf, keepArrived } from '../../main/exchange/arrive.ts'
import { sendPackage } from '../../main/exchange/sendPackage.ts'
import type { Outgoing } from '../../main/exchange/sendPackage.ts'
import { forReading, forWriting } from '../../main/db/handles.ts'
import type { CommandContext, QueryContext, TaskContext } from '../../main/handler.ts'
import { openEntry, sealEntry } from '../../main/record/entry.ts'
import type { InReplyTo } from '../../shared/exchange/manifest.ts'
import { Duty } from '../../shared/vault/model.ts'
import type { CaseId, ColleagueId } from '../../shared/model.ts'
import { intake, type TestApp } from '../support.ts'
import { adds, looksAt, twoOffices, type Office } from '../exchange/offices.ts'

/** What the door hands a task, for packages whose kinds have their own tests elsewhere. */
export function taskOf({ app }: TestApp): TaskContext {
  const { vault } = app.desk
  if (!vault) throw new Error('locked')
  const whole = () => ({
    now: app.clock(),
    today: app.today(),
    actor: app.desk.officer ?? '',
    officerId: app.desk.officerId,
    duties: Duty.options,
    sole: true,
    key: (name: string) => vault.subkey(name),
    ownKey: (name: string) => vault.ownKey(name),
  })
  const reading = (): QueryContext => ({ ...whole(), db: forReading(vault.db) })
  const write = <T>(work: (context: CommandContext) => T): T => {
    const db = forWriting(vault.db)
    const context: CommandContext = {
      ...whole(),
      db,
      newId: () => app.newId(),
      random: size => app.random(size),
      about: () => undefined,
      because: () => undefined,
    }
    return vault.db
      .transaction(() => {
        const seq = openEntry(db)
        const value = work(context)
        const said = { caseId: null, subject: null, reason: null }
        sealEntry(db, seq, {
          salt: new Uint8Array(16),
          at: app.clock(),
          actor: 'FP-1',
          operation: 'notice.decline',
          ...said,
        })
        return value
      })
      .immediate()
  }
  const writeInSlices: TaskContext['writeInSlices'] = work =>
    Promise.resolve(write(context => atOnce(work(context))))
  return { app, vault: reading, write, writeInSlices }
}

let files = 0

/** Sends some package; its kind's own tests say what is in it. */
export async function sends(
  from: Office,
  to: readonly ColleagueId[],
  what: Partial<Pick<Outgoing, 'kind' | 'about' | 'caseId'>> & {
    readonly format?: string
    readonly document?: Readonly<Record<string, unknown>> & { readonly format: string }
  } = {},
) {
  const { kind = 'case', about = null, caseId = null, format = `vigil-${kind}/1` } = what
  const document = what.document ?? { format, says: 'x' }
  const path = from.path(`sent-${files++}.age`)
  from.app.shell.dialogs.push(path)
  let sealed: InReplyTo | null = null
  await sendPackage(taskOf(from.app), {
    prepare: () => ({ kind, to, document, about, caseId, secrets: [] }),
    record: (_, { packageId, manifestSha256 }) => void (sealed = { packageId, manifestSha256 }),
  })
  if (!sealed) throw new Error('not sent')
  return { path, ...(sealed as InReplyTo) }
}

/** Takes a package in as its kind would: a row of the log, and the case it went into. */
export async function takesIn(office: Office, path: string, caseId: CaseId | null = null): Promise<string> {
  const look = await looksAt(office, path)
  if (!look.ok) throw new Error(look.code)
  const { arrived } = office.app.app.desk
  if (!arrived) throw new Error('nothing arrived')
  const task = taskOf(office.app)
  arrivalOf(task.vault(), arrived)
  const row = task.write(context => keepArrived(context, arrived, caseId))
  office.app.app.desk.arrived = null
  return row
}

/** A case with nothing in it. */
export async function aCase({ app }: Office): Promise<CaseId> {
  const { caseId } = await app.get('case.start', { intake: intake(), fileId: null })
  return caseId
}

/** A package that went from here to there and was taken in there. */
export async function delivered(kind: Outgoing['kind'] = 'case') {
  const offices = await twoOffices()
  const { here, there, thereAtHere } = offices
  const caseId = await aCase(there)
  const sent = await sends(here, [thereAtHere], { kind })
  const row = await takesIn(there, sent.path, kind === 'contribution' ? null : caseId)
  return { ...offices, caseId, sent, row }
}

/** Writes something that asks for a place, and says where it is. */
export async function written(office: Office, write: () => Promise<unknown>): Promise<string> {
  const path = office.path(`notice-${files++}.age`)
  office.app.shell.dialogs.push(path)
  await write()
  return path
}

export { adds, looksAt, twoOffices }

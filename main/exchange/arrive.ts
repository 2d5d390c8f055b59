import { createHash } from 'node:crypto'
import type { Colleague } from '../../shared/exchange/colleague.ts'
import { isColleagues } from '../../shared/exchange/manifest.ts'
import type { ColleagueManifest } from '../../shared/exchange/manifest.ts'
import { isRecalled } from '../../shared/exchange/notices.ts'
import { recordDiffers } from '../../shared/exchange/packages.ts'
import type { Arrival } from '../../shared/exchange/packages.ts'
import type { CaseId, FileId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import type { App } from '../app.ts'
import type { ReadDb } from '../db/handles.ts'
import { readChosen } from '../file/chosen.ts'
import type { CommandContext, QueryContext, TaskContext } from '../handler.ts'
import { colleagueNotices } from '../notice/repository.ts'
import { isPracticeVault } from '../practice/place.ts'
import { sightings } from '../record/repository.ts'
import { openApart } from './apart.ts'
import { colleagueBySigningKey } from './colleagues.ts'
import { everyIdentity, everyOwnKey } from './keyring.ts'
import { isTakenIn, keepExchanged, laterFrom, takenIn } from './log.ts'
import { fileInSlices, fileOf, maxPackageBytes } from './packageFile.ts'
import type { Opened } from './seal.ts'
import { documentName, originOf } from './sendPackage.ts'
import { inSlices } from '../working.ts'

/** A package on the desk: opened, verified, not taken in. It lives in memory only. */
export interface Arrived {
  readonly manifest: ColleagueManifest
  readonly manifestSha256: string
  readonly files: Opened['files']
  /** What the kind's own schema is asked about; `format` was not looked at. */
  readonly document: unknown
  /** SHA-256 of the file, hex. */
  readonly sha256: string
}

const Practice = z.looseObject({ practice: z.literal(true).optional() })

/**
 * Opens a file from a colleague and checks everything that can be checked before anybody decides: its form, its signature,
 * that it is for this vault, that a verified colleague signed it, that it was not taken in before.
 *
 * @throws Refused `exchange/not-a-package`, `damaged`, `newer-than-app`, `not-for-you`, `bad-signature`, `not-from-colleague`
 *   (a brief or a reply), `unknown-sender`, `sender-unverified`, `sender-changed`, `sender-retired`, `from-yourself`,
 *   `taken-in-before`, `recalled`, `practice-package`, `not-a-practice-package`, `file/…`.
 */
export async function arrive({ app, vault }: TaskContext, fileId: FileId): Promise<Arrived> {
  app.desk.arrived = null
  const file = await readChosen(app, fileId, maxPackageBytes)
  const key = { identities: everyIdentity(vault()) }
  const { manifest, ...opened } = await openApart(app.ask, { file, key }).catch(notOurs)
  if (!isColleagues(manifest)) throw new Refused('exchange/not-from-colleague')
  const document = await documentIn(app, { manifest, ...opened }, documentName(manifest.kind))
  const sha256 = createHash('sha256').update(file).digest('hex')
  const arrived = { ...opened, manifest, document, sha256 }
  mustFit(vault().db, arrived)
  app.desk.arrived = arrived
  return arrived
}

/** A caseload, and from so many bytes on anything, is read step by step. */
const large = 1024 * 1024

/** What a package of a colleague says. @throws Refused `exchange/not-a-package`, `damaged`, `busy`, `stopped` */
function documentIn(app: App, opened: Opened, name: string): unknown {
  const isCaseload = name === documentName('handover')
  if (!isCaseload && (opened.files.get(name)?.length ?? 0) < large) return fileOf(opened, name)
  const list = isCaseload ? 'cases' : 'rows'
  return inSlices(app, 'comparing', () => fileInSlices(opened, { name, list }))
}

/** What is sealed with a passphrase, and replies to briefs, are for other places. */
function notOurs(error: unknown): never {
  const isElsewhere =
    error instanceof Refused && ['exchange/wrong-passphrase', 'exchange/is-a-reply'].includes(error.code)
  throw isElsewhere ? new Refused('exchange/not-from-colleague') : error
}

function mustFit(db: ReadDb, { manifest, manifestSha256, document }: Arrived): Colleague {
  const from = senderOf(db, manifest)
  if (wasRecalled(db, { manifest, manifestSha256, from })) throw new Refused('exchange/recalled')
  if (isTakenIn(db, { packageId: manifest.packageId, colleagueId: from.id }))
    throw new Refused('exchange/taken-in-before')
  const practice = Practice.safeParse(document).data?.practice ?? false
  if (practice && !isPracticeVault(db)) throw new Refused('exchange/practice-package')
  if (!practice && isPracticeVault(db)) throw new Refused('exchange/not-a-practice-package')
  return from
}

/** Whether its sender called it back: before it came, or after. */
const wasRecalled = (
  db: ReadDb,
  {
    manifest: { packageId },
    manifestSha256,
    from,
  }: Pick<Arrived, 'manifest' | 'manifestSha256'> & { from: Colleague },
): boolean => isRecalled({ packageId, manifestSha256, colleagueId: from.id }, colleagueNotices(db))

const senderRefusals = {
  unverified: 'exchange/sender-unverified',
  changed: 'exchange/sender-changed',
  retired: 'exchange/sender-retired',
  verified: null,
} as const

function senderOf(db: ReadDb, { senderKey }: ColleagueManifest): Colleague {
  if (everyOwnKey(db).some(({ publicKey }) => publicKey === senderKey))
    throw new Refused('exchange/from-yourself')
  const from = colleagueBySigningKey(db, senderKey)
  if (!from) throw new Refused('exchange/unknown-sender')
  const refusal = senderRefusals[from.standing]
  if (refusal) throw new Refused(refusal)
  return from
}

/** The package on the desk. @throws Refused `exchange/nothing-arrived` */
export function onDesk(app: App, kind: ColleagueManifest['kind']): Arrived {
  const { arrived } = app.desk
  if (arrived?.manifest.kind !== kind) throw new Refused('exchange/nothing-arrived')
  return arrived
}

/** What may be told of a package before it is taken in. */
export function arrivalOf({ db }: Pick<QueryContext, 'db'>, arrived: Arrived): Arrival {
  const { manifest } = arrived
  const { kind, packageId, sentAt, about } = manifest
  const seen = laterFrom(db, manifest)
  const from = mustFit(db, arrived)
  const old =
    about && takenIn(db, about.packageId).find(one => one.kind === kind && one.colleagueId === from.id)
  const takesPlaceOf = old?.at ?? null
  return { kind, packageId, from, sentAt, recordDiffers: recordDiffers(manifest, seen), takesPlaceOf }
}

/**
 * Writes down that a package was taken in; everything is checked again, because time has passed.
 *
 * @param caseId the case it tells of; `null` when it tells of none or of many.
 * @returns the row of the log. @throws Refused as `arrive`
 */
export function keepArrived(context: CommandContext, arrived: Arrived, caseId: CaseId | null): string {
  const { db, now, actor } = context
  const from = mustFit(db, arrived)
  const { packageId, kind, origin, entries, head, sentAt, about } = arrived.manifest
  const id = context.newId()
  keepExchanged(db, {
    id,
    direction: 'received',
    packageId,
    kind,
    colleagueId: from.id,
    caseId,
    manifestSha256: arrived.manifestSha256,
    sha256: arrived.sha256,
    about: about?.packageId ?? null,
    origin,
    entries,
    head,
    sentAt,
    by: actor,
    at: now,
  })
  keepSeen(context, arrived.manifest, from)
  return id
}

/** A colleague who gives back what they saw of this vault's record is a witness of it. */
function keepSeen(
  context: CommandContext,
  { seen }: ColleagueManifest,
  { id: colleagueId }: Colleague,
): void {
  if (seen?.origin !== originOf(context)) return
  const { entries, head, at: seenAt } = seen
  sightings.insert(context.db, { id: context.newId(), colleagueId, entries, head, seenAt, at: context.now })
}

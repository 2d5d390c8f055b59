import { expect } from 'vitest'
import { forReading, forWriting } from '../../main/db/handles.ts'
import type { QueryContext } from '../../main/handler.ts'
import { writeJson } from '../../main/exchange/json.ts'
import type { Arrived } from '../../main/exchange/arrive.ts'
import { compileCase, refFor, shareLines } from '../../main/exchange/merge/compile.ts'
import { consentsInOrder } from '../../main/exchange/merge/known.ts'
import { keepRef, keepTold, replaceIds } from '../../main/exchange/merge/refs.ts'
import { sharedTables } from '../../main/exchange/merge/tables.ts'
import { allColleagues } from '../../main/exchange/colleagues.ts'
import { originOf } from '../../main/exchange/sendPackage.ts'
import { ownKeys } from '../../main/exchange/keyring.ts'
import { chainHead, entriesOf } from '../../main/record/entry.ts'
import { rowOf, latest } from '../../shared/consent/rules.ts'
import type { Json } from '../../shared/exchange/version.ts'
import { PackageId } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import type { TestApp } from '../support.ts'
import type { Office } from './offices.ts'

/** The vault of a test as its handlers see it. */
export function vaultOf({ app }: TestApp): QueryContext {
  const { vault } = app.desk
  if (!vault) throw new Error('locked')
  const context = {
    db: forReading(vault.db),
    now: app.clock(),
    today: app.today(),
    actor: app.desk.officer ?? '',
    officerId: app.desk.officerId,
    duties: [],
    sole: true,
    key: (name: string) => vault.subkey(name),
    ownKey: (name: string) => vault.ownKey(name),
  }
  return context
}

/** The whole case as it would be sealed now, every line let out but the ones named. */
export function packed(from: TestApp, caseId: CaseId, without: readonly string[] = []): Arrived {
  const context = vaultOf(from)
  const { db } = context
  const lines = shareLines(db, caseId).filter(({ key }) => !without.some(part => key.startsWith(part)))
  const said = new Set(lines.map(({ key }) => key))
  const to = allColleagues(db)[0]?.id ?? null
  const compiled = compileCase(context, { caseId, to, said, purpose: 'share_inside_office', note: '' })
  const write = forWriting(from.app.desk.vault!.db)
  for (const [id, ref] of compiled.refs) keepRef(write, id, ref)
  if (to) keepTold(write, to, compiled.refs.keys())
  return {
    manifest: {
      format: 'vigil-package',
      version: 1,
      kind: 'case',
      packageId: PackageId.parse(from.app.newId()),
      origin: originOf(context),
      entries: entriesOf(db),
      head: chainHead(db),
      senderKey: Buffer.from(ownKeys(context).publicKey).toString('base64'),
      sentAt: context.now,
      to: ['0'.repeat(64)],
      about: null,
      files: [{ name: 'case.json', size: 0, sha256: '0'.repeat(64) }],
    },
    manifestSha256: '0'.repeat(64),
    files: new Map(compiled.files.map(({ name, bytes }) => [name, bytes])),
    document: JSON.parse(Buffer.from(writeJson(compiled.document)).toString('utf8')) as unknown,
    sha256: '0'.repeat(64),
  }
}

/** Puts a package on the desk of an office, as opening its file does. */
export const lays = (at: TestApp, arrived: Arrived) => void (at.app.desk.arrived = arrived)

/**
 * What the offices call each row, with every shared field: the same for two offices that know the same.
 *
 * @param handed whether what goes only with a whole caseload counts.
 */
export function stateOf(at: TestApp, caseId: CaseId, { handed = false } = {}): unknown {
  const context = vaultOf(at)
  const ref = refFor(context)
  return sharedTables
    .filter(({ handedOnly }) => handed || !handedOnly)
    .map(shared => [
      shared.name,
      shared
        .rowsOf(context.db, caseId)
        .map(row => [row.id, shared.fields.map(field => [field, row[field] ?? null])] as Json)
        .map(row => JSON.stringify(replaceIds(row, ref)))
        .toSorted(),
    ])
}

/** What packages call every row of a case. */
export function refsOf(at: TestApp, caseId: CaseId): Set<string> {
  const context = vaultOf(at)
  const ref = refFor(context)
  return new Set(sharedTables.flatMap(shared => shared.rowsOf(context.db, caseId).map(({ id }) => ref(id))))
}

/** For every question put to anybody: whether the answer that rules is a "yes", and which. */
export function rulingOf(at: TestApp, caseId: CaseId): string[] {
  const context = vaultOf(at)
  const ref = refFor(context)
  return latest(consentsInOrder(context.db, caseId))
    .map(answer => {
      const isYes = answer.decision.startsWith('given')
      return JSON.stringify([
        replaceIds(JSON.parse(rowOf(answer)) as Json, ref),
        isYes,
        isYes ? ref(answer.id) : null,
      ])
    })
    .toSorted()
}

/** The record of a vault is whole. */
export async function verifies({ get }: TestApp): Promise<void> {
  expect((await get('record.verify', {})).brokenAt).toBeNull()
}

/** Lays a package on a desk and takes it in. */
export async function takes(
  at: Office,
  arrived: Arrived,
  decisions: readonly { key: string; take: 'ours' | 'theirs' | 'later' }[] = [],
) {
  lays(at.app, arrived)
  return at.app.get('exchange.takeInCase', { decisions: [...decisions] })
}
/** Lays a package on a desk and looks at what it would do. */
export const looks = (at: Office, arrived: Arrived) => {
  lays(at.app, arrived)
  return at.app.call('exchange.previewCase', {})
}
/** The persons of a case, as its office sees them. */
export const peopleOf = async ({ app }: Office, of: CaseId) =>
  (await app.get('case.view', { caseId: of })).persons

import { createHash, createHmac, createSecretKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { CaseDocument } from '../../../shared/exchange/caseDocument.ts'
import type { ToldCase } from '../../../shared/exchange/caseDocument.ts'
import type { Fact } from '../../../shared/consent/model.ts'
import type { Json, Version } from '../../../shared/exchange/version.ts'
import type { Outgoing } from '../../../shared/gate/model.ts'
import { PersonId } from '../../../shared/model.ts'
import type { CaseId, ColleagueId } from '../../../shared/model.ts'
import { Refused } from '../../../shared/refusal.ts'
import { wrapKeyOf } from '../../access/wrapKey.ts'
import { mustExist } from '../../case/repository.ts'
import type { ReadDb } from '../../db/handles.ts'
import { original } from '../../evidence/repository.ts'
import type { QueryContext } from '../../handler.ts'
import { openIdentity } from '../../person/identity.ts'
import { persons, sealedIdentity } from '../../person/repository.ts'
import type { Entry } from '../../../shared/exchange/tar.ts'
import { knownAnswers } from './known.ts'
import { idsIn, isTold, refOf, replaceIds } from './refs.ts'
import { sharedTable, sharedTables } from './tables.ts'
import type { Row, SharedTable } from './sharedTable.ts'
import { versionsOf } from './versions.ts'
import type { VersionedRow } from './versions.ts'

/** The most bytes that came with e-mails one package carries: 40 MiB. */
const mostOriginals = 40 * 1024 * 1024

/** What packages call a row: the name it was given, or the one it will be given. */
export function refFor({ db, key }: Pick<QueryContext, 'db' | 'key'>): (id: string) => string {
  const known = new Map<string, string>()
  let secret: KeyObject | null = null
  return id => {
    const ref = known.get(id) ?? refOf(db, id) ?? drawn(id, (secret ??= createSecretKey(key('exchange-ref'))))
    known.set(id, ref)
    return ref
  }
}

function drawn(id: string, secret: KeyObject): string {
  const hex = createHmac('sha256', secret).update(id).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The name of a part of a row, as the gate calls it. */
export const partKey = (shared: SharedTable, id: string, part: number): string =>
  `${shared.name}:${id}:${part}`

/** The line of the gate that lets an identity out. */
export const identityKey = (personId: string): string => `person:${personId}:identity`

/** Whom a case is about when nobody is named: its victims, or everybody. */
function everybody(db: ReadDb, caseId: CaseId): string[] {
  const all = persons.ofCase(db, caseId)
  const victims = all.filter(({ parts }) => parts.includes('victim'))
  return (victims.length > 0 ? victims : all).map(({ id }) => id)
}

/** Everything of a case that could be shared, one line for each part of each row. */
export const shareLines = (db: ReadDb, caseId: CaseId): Outgoing[] =>
  linesOf(db, caseId, ({ handedOnly }) => !handedOnly)

/** Everything of a case that goes when the caseload is handed over. */
export const handedLines = (db: ReadDb, caseId: CaseId): Outgoing[] => linesOf(db, caseId, () => true)

/** Its first part says only that there is a case: it concerns nobody, and goes with whatever else goes. */
const isShell = ({ name }: Pick<SharedTable, 'name'>) => name === 'case_file'

function linesOf(db: ReadDb, caseId: CaseId, goes: (shared: SharedTable) => boolean): Outgoing[] {
  const all = everybody(db, caseId)
  const lines = sharedTables.filter(goes).flatMap(shared =>
    shared.rowsOf(db, caseId).flatMap(row => {
      const about = shared.personIdsOf(row)
      const personIds = (about.length > 0 ? about : all).map(id => PersonId.parse(id))
      const lines = shared.parts.map(({ fact, element }, index) => ({
        key: partKey(shared, row.id, index),
        fact,
        element,
        personIds,
      }))
      return isShell(shared) ? lines.slice(1) : lines
    }),
  )
  const identities = persons
    .ofCase(db, caseId)
    .filter(({ hasIdentity }) => hasIdentity)
    .map(({ id }) => ({
      key: identityKey(id),
      fact: 'who' as const,
      element: 'name' as const,
      personIds: [id],
    }))
  return [...lines, ...identities]
}

/** What of a case goes, and what beside it is said. */
export interface Sharing {
  readonly caseId: CaseId
  /** For whom: only rows they know of are told to be gone. `null`: nobody yet. */
  readonly to: ColleagueId | null
  /** Keys of the lines the gate let out. */
  readonly said: ReadonlySet<string>
  readonly purpose: CaseDocument['purpose']
  readonly note: string
}

/** Everything of a case that goes, in the names packages have for it. */
export interface CompiledRows {
  readonly told: Omit<ToldCase, 'code'>
  readonly files: readonly Entry[]
  /** Every row or thing it mentions, with what it is called there. */
  readonly refs: ReadonlyMap<string, string>
}

/** A case as a package will hold it. */
export interface Compiled {
  readonly document: CaseDocument
  readonly files: readonly Entry[]
  /** Every row or thing it mentions, with what it is called there. */
  readonly refs: ReadonlyMap<string, string>
}

interface Going {
  readonly shared: SharedTable
  readonly row: Row
  readonly versioned: VersionedRow
  readonly fields: readonly string[]
  /** It says no more than that there is a case. */
  readonly isBare: boolean
}

/**
 * The case as far as the gate let it out: new, from the fields that were said, and nothing else (ADR 0024).
 *
 * A row goes with its own first part or not at all, a row that is never changed goes whole or not at all, and no row goes that
 * names another of the case that stays.
 *
 * @throws Refused `exchange/nothing-to-share`, `exchange/too-large`.
 */
export function compileCase(context: QueryContext, sharing: Sharing): Compiled {
  const { db } = context
  const { caseId, said, purpose, note } = sharing
  const { told: named, names, ...compiled } = rowsThatGo(context, sharing)
  const document = CaseDocument.parse({
    format: 'vigil-case/1',
    ...named,
    code: mustExist(db, caseId).code,
    purpose,
    note,
    withheld: withheldOf(db, caseId, { said, names }),
  })
  return { ...compiled, document }
}

/** Everything of a case that was said, also what goes only with a caseload. @throws Refused as `compileCase` */
export function compileRows(
  context: QueryContext,
  going: Pick<Sharing, 'caseId' | 'to' | 'said'>,
): CompiledRows {
  const { names: _names, ...compiled } = rowsThatGo(context, going)
  return compiled
}

function rowsThatGo(
  context: QueryContext,
  { caseId, to, said }: Pick<Sharing, 'caseId' | 'to' | 'said'>,
): CompiledRows & { readonly names: ReadonlySet<string> } {
  const { db } = context
  const versions = versionsOf(db, caseId)
  const offered = versions.rows.flatMap(versioned => goingOf(db, versioned, said))
  const going = withoutDangling(db, caseId, offered)
  const [only] = going
  const isEmpty = !going.some(({ shared }) => isShell(shared)) || (going.length === 1 && only?.isBare)
  if (isEmpty) throw new Refused('exchange/nothing-to-share')
  const kept = originalsOf(db, going)
  const names = new Set(going.map(({ row }) => row.id))
  const identities = [...versions.identities].flatMap(([id, { heads, seen }]) => {
    if (!said.has(identityKey(id)) || !names.has(id)) return []
    const value = identityOf(context, id)
    const write = heads[0]?.write
    return value && write ? [{ ref: id, version: { heads: [{ write, value }], seen: [...seen] } }] : []
  })
  const before = {
    case: caseId,
    rows: going.map(({ shared, row, versioned, fields }) => ({
      table: shared.name,
      ref: row.id,
      fields: Object.fromEntries(fields.flatMap(field => told(versioned, field))),
    })),
    gone: versions.gone
      .filter(({ id }) => to !== null && isTold(db, to, id))
      .map(({ table, id, known }) => ({ table, ref: id, known })),
    answers: knownAnswers(db, caseId)
      .filter(({ id }) => names.has(id))
      .map(({ id, known }) => ({ ref: id, known: known.filter(one => names.has(one)) })),
    identities,
    originals: kept.listed,
  }
  const refs = new Map<string, string>()
  const ref = refFor(context)
  const named = replaceIds(before as unknown as Json, id => {
    refs.set(id, ref(id))
    return ref(id)
  })
  return { told: named as unknown as CompiledRows['told'], files: kept.files, refs, names }
}

function goingOf(db: ReadDb, versioned: VersionedRow, said: ReadonlySet<string>): Going[] {
  const shared = sharedTable(versioned.table)
  const row = shared.byId(db, versioned.id)
  if (!row) return []
  const isSaid = shared.parts.map((_, index) => said.has(partKey(shared, row.id, index)))
  const open = isShell(shared) ? [said.size > 0, ...isSaid.slice(1)] : isSaid
  if (!(shared.fixed ? open.every(Boolean) : open[0])) return []
  const fields = shared.parts.flatMap((part, index) => (open[index] ? part.fields : []))
  const isBare = isShell(shared) && !open.slice(1).some(Boolean)
  return [{ shared, row, versioned, fields, isBare }]
}

/** A field that was never written by anybody is not told. */
function told({ fields }: VersionedRow, field: string): [string, Version][] {
  const version = fields.get(field)
  return version && version.heads.length > 0 ? [[field, version]] : []
}

/** What names things elsewhere does not hold a row back. */
const loose = ['itemId', 'overrideId']

/** Without rows that name another row of the case that does not go, until none does. */
function withoutDangling(db: ReadDb, caseId: CaseId, going: readonly Going[]): Going[] {
  const all = new Set(sharedTables.flatMap(shared => shared.rowsOf(db, caseId).map(({ id }) => id)))
  let left = [...going]
  for (;;) {
    const names = new Set(left.map(({ row }) => row.id))
    const whole = left.filter(({ row, fields }) => {
      const values = fields.filter(field => !loose.includes(field)).map(field => row[field] ?? null)
      return [row.id, ...idsIn(values)].every(id => !all.has(id) || names.has(id))
    })
    if (whole.length === left.length) return left
    left = whole
  }
}

function identityOf(context: Parameters<typeof wrapKeyOf>[0], id: string): Json | null {
  const personId = PersonId.parse(id)
  const sealed = sealedIdentity(context.db, personId)
  return sealed ? openIdentity(sealed, { personId, vaultKey: wrapKeyOf(context, personId) }) : null
}

/** The bytes that came with the e-mails that go, one after the other. */
function originalsOf(db: ReadDb, going: readonly Going[]) {
  let at = 0
  const found = going
    .filter(({ shared }) => shared.name === 'source_message' || shared.name === 'attachment')
    .flatMap(({ row }) => {
      const bytes = original(db, row.id)
      return bytes ? [{ id: row.id, bytes: new Uint8Array(bytes) }] : []
    })
  const listed = found.map(({ id, bytes }) => {
    const one = { ref: id, at, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    at += bytes.length
    return one
  })
  if (at > mostOriginals) throw new Refused('exchange/too-large')
  const files =
    found.length === 0
      ? []
      : [{ name: 'originals', bytes: new Uint8Array(Buffer.concat(found.map(({ bytes }) => bytes))) }]
  return { listed, files }
}

interface Left {
  readonly said: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** The kinds of facts of which something stays. */
function withheldOf(db: ReadDb, caseId: CaseId, { said, names }: Left): Fact[] {
  const lines = shareLines(db, caseId)
  const stays = lines.filter(({ key }) => !said.has(key) || !names.has(key.split(':')[1] ?? ''))
  return [...new Set(stays.map(({ fact }) => fact))]
}

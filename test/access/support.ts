import { toldIn } from '../../main/db/said.ts'
import { practicePatterns } from '../../main/practice/data.ts'
import { loadPattern } from '../../main/practice/load.ts'
import type { CaseId, OfficerId, PersonId } from '../../shared/model.ts'
import { passphrase, testApp } from '../support.ts'
import type { TestApp } from '../support.ts'

const words = (text: string) => () => new TextEncoder().encode(text)

/** Who can sit at the desk: a focal point who made the vault, a head of presence, a first respondent. */
const passphrases = {
  'FP-1': passphrase,
  'HOP-1': words('seven walnut lanterns drift above quiet harbours'),
  'FR-1': words('nine copper anchors drift beneath velvet glaciers'),
}
export type Who = keyof typeof passphrases

/** Somebody else sits down: the vault is locked and opened with their passphrase. */
export async function sits(app: TestApp, who: Who): Promise<void> {
  if (app.app.desk.vault) await app.get('vault.lock', {})
  await app.get('vault.unlock', { passphrase: passphrases[who]() })
}

/** Two more people come to a vault. */
export async function joined(app: TestApp): Promise<void> {
  const passphraseOf = (who: Who) => passphrases[who]()
  await app.get('vault.addPerson', {
    role: 'HOP-1',
    duties: ['head_of_presence', 'records_officer'],
    passphrase: passphraseOf('HOP-1'),
  })
  await app.get('vault.addPerson', {
    role: 'FR-1',
    duties: ['first_respondent'],
    passphrase: passphraseOf('FR-1'),
  })
}

export async function officerIdOf({ get }: TestApp, role: string): Promise<OfficerId> {
  const found = (await get('vault.people', {})).find(one => one.role === role)
  if (!found) throw new Error('nobody')
  return found.id
}

export interface Loaded extends TestApp {
  readonly caseId: CaseId
}

/** A vault of three with one invented case, worked on as far as its pattern goes. The focal point is at the desk. */
export async function withCase(id = 'P14'): Promise<Loaded> {
  const app = testApp()
  await app.create()
  const caseId = await load(app, id)
  await joined(app)
  return { ...app, caseId }
}

/** One more invented case, by whoever is alone in the vault. */
export async function load(app: TestApp, id: string): Promise<CaseId> {
  const pattern = practicePatterns().find(one => one.pattern.id === id)?.pattern
  if (!pattern) throw new Error('no such pattern')
  const { view } = await loadPattern(pattern, {
    call: app.call,
    today: app.app.today(),
    officer: 'FP-1',
    brief: true,
  })
  return view.case.id
}

interface Limiting {
  readonly personId?: PersonId
  readonly named?: readonly Who[]
}

/** Whoever is at the desk lets these people read and nobody else. */
export async function limits(app: Loaded, { personId, named = ['FP-1', 'HOP-1'] }: Limiting = {}) {
  const ids = await Promise.all(named.map(who => officerIdOf(app, who)))
  return app.call('access.limit', {
    subject: { caseId: app.caseId, personId: personId ?? null },
    named: ids,
    reason: 'Somebody inside the ministry knows the names',
  })
}

/** Everything that stands in the file, decrypted and unpacked: each row of each table as text. */
export function everyRow({ app }: TestApp): { readonly table: string; readonly text: string }[] {
  const db = app.desk.vault!.db
  const tables = db
    .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all() as string[]
  const asText = ([column, value]: readonly [string, unknown]) => {
    if (!(value instanceof Uint8Array)) return String(value)
    return column === 'said' ? toldIn(value).flat().join('\n') : Buffer.from(value).toString('latin1')
  }
  return tables.flatMap(table =>
    (db.prepare(`SELECT * FROM main."${table}"`).all() as Record<string, unknown>[]).map(row => ({
      table,
      text: Object.entries(row).map(asText).join('\n'),
    })),
  )
}

/** Everything somebody wrote about a case: texts of more than one word, wherever they stand in it. */
export function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim().includes(' ') && value.length > 8 ? [value.trim()] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsIn)
}

import { findLeaks, withSentences } from '../../shared/brief/leaks.ts'
import type { Leak, Part, Secret } from '../../shared/brief/leaks.ts'
import { SharedKind } from '../../shared/exchange/caseDocument.ts'
import type { Json } from '../../shared/exchange/version.ts'
import { PersonId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Compiled } from '../exchange/merge/compile.ts'
import { sharedTable } from '../exchange/merge/tables.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, identitySecrets, secret } from '../leak/secrets.ts'

interface Staying {
  readonly personIds: readonly PersonId[]
  /** Keys of the lines that stay. */
  readonly withheld: readonly string[]
  readonly compiled: Compiled
}

/** Long enough to be somebody's own words, and no code, day or id. */
const isTelling = (text: string) => text.length >= 20 && /\s/.test(text)

/** Everything that must not be in the package: who people are whose name stays, and what was written in what stays. */
export function secretsOf(context: QueryContext, { personIds, withheld, compiled }: Staying): Secret[] {
  const stays = new Set(withheld)
  const spoken = new Set(textsIn(compiled.document.rows as unknown as Json).flatMap(withSentences))
  const unnamed = personIds.filter(
    id => !compiled.document.identities.some(({ ref }) => ref === compiled.refs.get(id)),
  )
  const identities = [...identitiesOf(context, unnamed)].flatMap(([id, identity]) =>
    identitySecrets(id, identity, false),
  )
  const texts = withheld
    .filter(key => !key.endsWith(':identity'))
    .flatMap(key => secret(key, textsOf(context.db, key).flatMap(withSentences).filter(isTelling)))
    .filter(({ text }) => !spoken.has(text))
  return [...identities, ...texts].filter(({ key }) => stays.has(key) || key.startsWith('identity:'))
}

/** What stands in one line of the case. */
function textsOf(db: ReadDb, key: string): string[] {
  const [name, id = '', part = '0'] = key.split(':')
  const shared = sharedTable(SharedKind.parse(name))
  const row = shared.byId(db, id)
  const fields = shared.parts[Number(part)]?.fields ?? []
  return row ? fields.flatMap(field => textsIn(row[field] ?? null)) : []
}

/** Every text of a value. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Where something that goes gives away something that stays: the first line of the row, and whose it is. */
export function leaksOf(
  secrets: readonly Secret[],
  { document, refs }: Compiled,
): { key: string; personId: PersonId | null }[] {
  const ids = new Map([...refs].map(([id, ref]) => [ref, id]))
  const parts: Part[] = [
    ...document.rows.map(({ table, ref, fields }) => ({
      where: `${table}:${ids.get(ref) ?? ''}:0`,
      text: textsIn(fields as unknown as Json).join('\n'),
    })),
    { where: 'note', text: document.note },
  ]
  const found = new Map(findLeaks(secrets, parts).map(leak => [leak.where, leak]))
  return [...found.values()].map(leak => ({ key: leak.where, personId: whoseIs(leak) }))
}

function whoseIs({ key }: Leak): PersonId | null {
  const [kind, id] = key.split(':')
  return kind === 'identity' ? (PersonId.safeParse(id).data ?? null) : null
}

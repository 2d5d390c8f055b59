import { withSentences } from '../../shared/brief/leaks.ts'
import type { Leak, Part, Secret } from '../../shared/brief/leaks.ts'
import { SharedKind } from '../../shared/exchange/caseDocument.ts'
import type { Json } from '../../shared/exchange/version.ts'
import type { Alike } from '../../shared/leak/model.ts'
import { PersonId } from '../../shared/model.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Compiled } from '../exchange/merge/compile.ts'
import { sharedTable } from '../exchange/merge/tables.ts'
import type { QueryContext } from '../handler.ts'
import { searchLeaving } from '../leak/search.ts'
import { identitiesOf, identitySecrets, nameSecrets, secret } from '../leak/secrets.ts'

interface Staying {
  readonly personIds: readonly PersonId[]
  /** Keys of the lines that stay. */
  readonly withheld: readonly string[]
  readonly compiled: Compiled
}

/** Long enough to be somebody's own words, and no code, day or id. */
const isTelling = (text: string) => text.length >= 20 && /\s/.test(text)

/** The persons whose name stays. */
const unnamedIn = ({ personIds, compiled: { document, refs } }: Omit<Staying, 'withheld'>): PersonId[] =>
  personIds.filter(id => !document.identities.some(({ ref }) => ref === refs.get(id)))

/** Everything that must not be in the package: who people are whose name stays, and what was written in what stays. */
export function secretsOf(context: QueryContext, staying: Staying): Secret[] {
  const { withheld, compiled } = staying
  const stays = new Set(withheld)
  const spoken = new Set(textsIn(compiled.document.rows as unknown as Json).flatMap(withSentences))
  const identities = [...identitiesOf(context, unnamedIn(staying))].flatMap(([id, identity]) =>
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

interface Found {
  /** The first line of the row it stands in, or `note`; and whose it is. */
  readonly leaks: { key: string; personId: PersonId | null }[]
  /** Words that sound like a name that stays. */
  readonly alike: Alike[]
}

/** Where something that goes gives away something that stays, in whatever script or spelling. */
export function foundIn(context: QueryContext, secrets: readonly Secret[], staying: Staying): Found {
  const parts = partsOf(staying.compiled)
  const names = [...identitiesOf(context, unnamedIn(staying))].flatMap(([id, identity]) =>
    nameSecrets(id, identity, false),
  )
  const found = searchLeaving({ secrets, names }, parts)
  const places = new Map(found.leaks.map(leak => [leak.where, leak]))
  return {
    leaks: [...places.values()].map(leak => ({ key: leak.where, personId: whoseIs(leak) })),
    alike: found.alike,
  }
}

/** No code, no id: somebody wrote it. */
const isWritten = (text: string) => !/^[a-z0-9_:.-]*$/.test(text)

/** What was written in each row that goes, and the note. */
function partsOf({ document, refs }: Compiled): Part[] {
  const ids = new Map([...refs].map(([id, ref]) => [ref, id]))
  return [
    ...document.rows.map(({ table, ref, fields }) => ({
      where: `${table}:${ids.get(ref) ?? ''}:0`,
      text: textsIn(fields as unknown as Json)
        .filter(isWritten)
        .join('\n'),
    })),
    { where: 'note', text: document.note },
  ]
}

function whoseIs({ key }: Leak): PersonId | null {
  const [kind, id] = key.split(':')
  return kind === 'identity' ? (PersonId.safeParse(id).data ?? null) : null
}

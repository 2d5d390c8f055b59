import { gate } from '../../shared/gate/rules.ts'
import type { GateInput } from '../../shared/gate/rules.ts'
import type { GateResult, Outgoing } from '../../shared/gate/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ShareDraft, ShareLine } from '../../shared/share/model.ts'
import { isBeyond } from '../../shared/share/rules.ts'
import { compileCase, identityKey } from '../exchange/merge/compile.ts'
import type { Compiled } from '../exchange/merge/compile.ts'
import { sharedTable } from '../exchange/merge/tables.ts'
import type { QueryContext } from '../handler.ts'
import { SharedKind } from '../../shared/exchange/caseDocument.ts'
import type { CaseId } from '../../shared/model.ts'

/** What keeps one line here. */
type Kept = Pick<ShareLine, 'why' | 'findings'>

/** What of a case goes and what keeps the rest here. */
export interface Chosen {
  /** `null` when nothing may go. */
  readonly compiled: Compiled | null
  /** Keys of the lines that stay. Asked with these, the gate blocks nothing. */
  readonly withheld: readonly string[]
  /** By key: what keeps a line here. Lines that go are not in it. */
  readonly why: ReadonlyMap<string, Kept>
}

interface Choosing {
  readonly caseId: CaseId
  readonly draft: ShareDraft
  readonly lines: readonly Outgoing[]
  /** What the gate is asked, but for what is withheld. */
  readonly asked: Omit<GateInput, 'withheld'>
}

/**
 * What of a case goes: what neither the officer nor the gate keeps back, as far as rows can go without the rest. A refusal
 * closes its line and nothing else (6.2).
 */
export function choose(context: QueryContext, choosing: Choosing): Chosen {
  const { lines, draft, asked } = choosing
  const own = ownWithheld(lines, draft)
  const first = gate({ ...asked, withheld: [...own.keys()] })
  const blocked = first.lines.filter(({ verdict }) => verdict === 'blocked')
  const why = new Map<string, Kept>(own)
  for (const { key, findings } of blocked) why.set(key, { why: 'gate', findings })
  const said = new Set(lines.map(({ key }) => key).filter(key => !why.has(key)))
  const compiled = compile(context, choosing, said)
  const goes = compiled === null ? new Set<string>() : keysIn(compiled, said)
  for (const key of said) if (!goes.has(key)) why.set(key, { why: 'row', findings: [] })
  return { compiled, why, withheld: [...why.keys()] }
}

/** Asks the gate about exactly what goes. */
export const judged = (asked: Omit<GateInput, 'withheld'>, { withheld }: Chosen): GateResult =>
  gate({ ...asked, withheld })

/** What stays because the officer says so, line by line or by how much of who people are is to be told. */
function ownWithheld(lines: readonly Outgoing[], { withheld, identityLevel }: ShareDraft): Map<string, Kept> {
  const chosen = new Set(withheld)
  const why = new Map<string, Kept>()
  for (const line of lines)
    if (chosen.has(line.key)) why.set(line.key, { why: 'chosen', findings: [] })
    else if (isBeyond(line, identityLevel)) why.set(line.key, { why: 'level', findings: [] })
  return why
}

function compile(
  context: QueryContext,
  { caseId, draft: { purpose, note, colleagueId: to } }: Choosing,
  said: ReadonlySet<string>,
): Compiled | null {
  try {
    return compileCase(context, { caseId, to, said, purpose, note })
  } catch (error) {
    if (error instanceof Refused && error.code === 'exchange/nothing-to-share') return null
    throw error
  }
}

/** The lines of which something is in the document. */
function keysIn({ document, refs }: Compiled, said: ReadonlySet<string>): Set<string> {
  const rows = new Map(document.rows.map(({ table, ref, fields }) => [`${table}:${ref}`, fields]))
  const identities = new Set(document.identities.map(({ ref }) => ref))
  return new Set([...said].filter(key => isIn(key, { rows, identities, refs })))
}

interface Inside {
  readonly rows: ReadonlyMap<string, object>
  readonly identities: ReadonlySet<string>
  readonly refs: ReadonlyMap<string, string>
}

function isIn(key: string, { rows, identities, refs }: Inside): boolean {
  const [name, id = '', part = '0'] = key.split(':')
  const ref = refs.get(id) ?? ''
  if (key === identityKey(id)) return identities.has(ref)
  const fields = rows.get(`${name}:${ref}`)
  if (!fields) return false
  if (part === '0') return true
  const own = sharedTable(SharedKind.parse(name)).parts[Number(part)]?.fields ?? []
  return own.some(field => Object.hasOwn(fields, field))
}

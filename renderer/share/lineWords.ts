import type { CaseView } from '../../shared/case/model.ts'
import type { ShareLine } from '../../shared/share/model.ts'
import type { Text } from '../text.tsx'

/** What one part of a row is called: its kind, its code or number, and which part of it; never a name. */
export function lineWords(text: Text, { table, label, number, key }: ShareLine): string {
  const part = key.split(':')[2] ?? '0'
  const kind = text(`record.table.${table}`)
  const row = table === 'case_file' ? kind : text('share.row', { table: kind, code: label || String(number) })
  return part === '0' ? row : text('share.rowPart', { row, part: text(`share.part.${table}.${part}`) })
}

/** Lines about the same persons, by their codes. `who`: empty when they are about the whole case. */
export interface LineGroup {
  readonly who: string
  readonly lines: readonly ShareLine[]
}

/** The lines by the persons they are about: each person, then several together. */
export function groupsOf(text: Text, view: CaseView, lines: readonly ShareLine[]): LineGroup[] {
  const codes = new Map(view.persons.map(({ id, label }) => [id, label]))
  const groups = Map.groupBy(lines, ({ personIds }) =>
    personIds
      .flatMap(id => codes.get(id) ?? [])
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .join(text('form.listComma')),
  )
  return [...groups].map(([who, some]) => ({ who, lines: some })).toSorted((a, b) => persons(a) - persons(b))
}

const persons = ({ lines }: LineGroup) => lines[0]?.personIds.length ?? 0

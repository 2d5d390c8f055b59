import type { Text } from '../text.tsx'

/** What a row is called where changes are listed: its kind, and its code or that of whom it is about. */
export const rowName = (
  text: Text,
  { table, label }: { readonly table: string; readonly label: string },
): string =>
  label === ''
    ? text(`record.table.${table}`)
    : text('share.row', { table: text(`record.table.${table}`), code: label })

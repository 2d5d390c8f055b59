import type { PackageLine } from '../shared/notice/model.ts'
import { colleagueName } from './colleagueWords.ts'
import type { Text } from './text.tsx'

/** Where a package between colleagues is shown with everything that became of it. */
export const packagePlace = (id: string, ...more: readonly string[]): string =>
  ['/handover/exchanged', id, ...more].join('/')

/** What a package is and with whom: "Case, sent to FP-2 · Office B". */
export const packageName = (text: Text, { direction, kind, colleague }: PackageLine): string =>
  text(`notice.name.${direction}`, { kind: text(`notice.kind.${kind}`), who: colleagueName(text, colleague) })

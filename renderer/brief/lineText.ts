import type { BriefLine } from '../../shared/brief/model.ts'
import type { Text } from '../text.tsx'

/** What a line is about, in a few words: "Wishes, P1". */
export const lineName = (text: Text, { label, about }: BriefLine): string =>
  about === '' ? text(label) : text('brief.lineAbout', { label: text(label), about })

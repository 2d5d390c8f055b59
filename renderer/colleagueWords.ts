import type { Colleague } from '../shared/exchange/colleague.ts'
import type { Text } from './text.tsx'

/** What a colleague is called: role code and, when there is one, the office; kept together in a line of the other direction. */
export const colleagueName = (text: Text, { role, office }: Pick<Colleague, 'role' | 'office'>): string =>
  isolated(office === '' ? role : text('colleague.name', { role, office }))

const isolated = (words: string) => `\u2068${words}\u2069`

/** Who compared the keys a colleague has now, when and how; `null` while nobody did. */
export function verifiedWords(text: Text, colleague: Colleague): string | null {
  const { verifiedBy, verifiedAt, verifiedHow } = colleague
  if (verifiedBy === null || verifiedAt === null || verifiedHow === null) return null
  return text(`colleague.verified.${verifiedHow}`, { by: verifiedBy, at: text.moment(verifiedAt) })
}

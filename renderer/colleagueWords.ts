import type { Colleague } from '../shared/exchange/colleague.ts'
import type { Text } from './text.tsx'

/** What a colleague is called: role code and, when there is one, the office. */
export const colleagueName = (text: Text, { role, office }: Pick<Colleague, 'role' | 'office'>): string =>
  office === '' ? role : text('colleague.name', { role, office })

/** Who compared the keys a colleague has now, when and how; `null` while nobody did. */
export function verifiedWords(text: Text, colleague: Colleague): string | null {
  const { verifiedBy, verifiedAt, verifiedHow } = colleague
  if (verifiedBy === null || verifiedAt === null || verifiedHow === null) return null
  return text(`colleague.verified.${verifiedHow}`, { by: verifiedBy, at: text.moment(verifiedAt) })
}

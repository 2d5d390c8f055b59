/**
 * Where a "no" is put right. `here`: on the screen that shows it. `outside`: not in Vigil at all (a stick, memory, the
 * sender). Otherwise a place one click away.
 */
export type Place =
  | 'here'
  | 'outside'
  | 'case'
  | 'gates'
  | 'cases'
  | 'persons'
  | 'consent'
  | 'people'
  | 'handover'
  | 'lists'
  | 'colleagues'
  | 'keys'
  | 'exchanged'
  | 'witnesses'
  | 'disposed'
  | 'damage'

/** Places on the way to an open vault; every other one lies behind it. */
export const isBefore = (place: Place): boolean => place === 'damage'

/** The address of a place, or `null` where there is none: it is here, outside, or no case is open. */
export function addressOf(place: Place, caseId: string | null): string | null {
  switch (place) {
    case 'here':
    case 'outside':
      return null
    case 'cases':
    case 'handover':
    case 'colleagues':
      return `/${place}`
    case 'disposed':
      return '/record/disposed'
    case 'exchanged':
      return '/handover/exchanged'
    case 'keys':
      return '/colleagues/card'
    case 'people':
    case 'lists':
    case 'witnesses':
      return `/vault/${place}`
    case 'damage':
      return '/damage'
    case 'case':
      return caseId && `/case/${caseId}`
    case 'gates':
    case 'persons':
    case 'consent':
      return caseId && `/case/${caseId}/${place}`
  }
}

import type { CaseView } from '../../shared/case/model.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import type { PaperKind } from '../../shared/paper/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { placeOf } from '../part.ts'
import type { Text } from '../text.tsx'
import type { Option } from '../ui/index.ts'

/** The languages a paper can be written in, by their names. */
export const languageOptions = (text: Text): Option<PaperLanguage>[] =>
  PaperLanguage.options.map(id => ({ id, label: text.code('language', id) }))

/** The language to begin with: how the person wants to be reached, or that of the case, or of the window. */
export function usualLanguage(view: CaseView, person: Person, window: PaperLanguage): PaperLanguage {
  const card = view.protection.contacts.find(({ id }) => id === person.id)
  const said = [card?.language, view.case.language].flatMap(answer =>
    answer && 'value' in answer ? [answer.value] : [],
  )
  return (
    PaperLanguage.options.find(one => one === said[0]) ??
    PaperLanguage.options.find(one => one === said[1]) ??
    window
  )
}

/** What a paper is called on the screen: "Protection plan for P1". */
export const titleOf = (text: Text, kind: PaperKind, person: Person): string =>
  text(`papers.${kind}.of`, { code: person.label })

/** Where papers are. */
export const papersPlace = (view: CaseView, item = ''): string => placeOf(view, 'paper', item)

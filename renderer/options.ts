import type { Code, VocabularyId } from '../shared/vocabulary/index.ts'
import { vocabularies } from '../shared/vocabulary/index.ts'
import type { Option, OptionGroup } from './ui/index.ts'
import type { Text } from './text.tsx'

/** The codes of a controlled list as options, in the order of the screen. */
export function optionsOf<Id extends VocabularyId>(text: Text, list: Id): Option<Code<Id>>[] {
  return vocabularies[list].codes.map(code => ({
    id: code as Code<Id>,
    label: text.code(list, code as Code<Id>),
  }))
}

/** The same in the list's own groups. */
export function groupsOf<Id extends VocabularyId>(text: Text, list: Id): OptionGroup<Code<Id>>[] {
  const { groups } = vocabularies[list]
  return groups.map(({ group, codes }) => ({
    label: text(`vocabulary.${list}.group.${group}`),
    options: codes.map(code => ({ id: code as Code<Id>, label: text.code(list, code as Code<Id>) })),
  }))
}

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

/** The same in the list's own groups; codes of no group (other, unknown) come last, under no heading. */
export function groupsOf<Id extends VocabularyId>(text: Text, list: Id): OptionGroup<Code<Id>>[] {
  const { groups } = vocabularies[list]
  const inGroups = new Set(groups.flatMap(({ codes }): readonly string[] => codes))
  const last = optionsOf(text, list).filter(option => !inGroups.has(option.id))
  const headed = groups.map(({ group, codes }) => ({
    label: text(`vocabulary.${list}.group.${group}`),
    options: codes.map(code => ({ id: code as Code<Id>, label: text.code(list, code as Code<Id>) })),
  }))
  return headed.length > 0 && last.length > 0 ? [...headed, { label: '', options: last }] : headed
}

/** Grouped choices as the answer to a question: "unknown" is one of the four answers beside the field, never a code. */
export function answerGroupsOf<Id extends VocabularyId>(text: Text, list: Id): OptionGroup<Code<Id>>[] {
  return groupsOf(text, list)
    .map(group => ({ ...group, options: group.options.filter(option => option.id !== 'unknown') }))
    .filter(group => group.options.length > 0)
}

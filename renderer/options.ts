import { allCodes, codesOfGroup, isOffered } from '../shared/settings/lists.ts'
import type { Code, VocabularyId } from '../shared/vocabulary/index.ts'
import { isOpen, vocabularies } from '../shared/vocabulary/index.ts'
import type { Option, OptionGroup } from './ui/index.ts'
import type { Text } from './text.tsx'

/**
 * The codes of a controlled list as options, in the order of the screen: those this vault offers.
 *
 * @param held what a record already has; it stays among the options when it is no longer offered.
 */
export function optionsOf<Id extends VocabularyId>(
  text: Text,
  list: Id,
  held: readonly string[] = [],
): Option<Code<Id>>[] {
  const edition = isOpen(list) ? (text.editions[list] ?? []) : []
  const codes = isOpen(list) ? allCodes(list, edition) : vocabularies[list].codes
  return codes
    .filter(code => isOffered(edition, code) || held.includes(code))
    .map(code => ({ id: code as Code<Id>, label: text.code(list, code as Code<Id>) }))
}

/** The same in the list's own groups; codes of no group (other, unknown) come last, under no heading. */
export function groupsOf<Id extends VocabularyId>(
  text: Text,
  list: Id,
  held: readonly string[] = [],
): OptionGroup<Code<Id>>[] {
  const options = optionsOf(text, list, held)
  const headed = vocabularies[list].groups.map(({ group, codes }) => {
    const inGroup: readonly string[] = isOpen(list) ? codesOfGroup(list, group, text.editions[list]) : codes
    return {
      label: text(`vocabulary.${list}.group.${group}`),
      options: options.filter(({ id }) => inGroup.includes(id)),
    }
  })
  const inGroups = new Set(headed.flatMap(group => group.options))
  const last = options.filter(option => !inGroups.has(option))
  const shown = headed.filter(group => group.options.length > 0)
  return shown.length > 0 && last.length > 0 ? [...shown, { label: '', options: last }] : shown
}

/** Grouped choices as the answer to a question: "unknown" is one of the four answers beside the field, never a code. */
export function answerGroupsOf<Id extends VocabularyId>(
  text: Text,
  list: Id,
  held: readonly string[] = [],
): OptionGroup<Code<Id>>[] {
  return groupsOf(text, list, held)
    .map(group => ({ ...group, options: group.options.filter(option => option.id !== 'unknown') }))
    .filter(group => group.options.length > 0)
}

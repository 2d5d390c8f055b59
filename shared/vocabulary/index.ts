import { z } from '../zod.ts'
import * as act from './act.ts'
import * as action from './action.ts'
import * as classification from './classification.ts'
import * as consent from './consent.ts'
import * as engagement from './engagement.ts'
import * as evidence from './evidence.ts'
import * as intake from './intake.ts'
import * as language from './language.ts'
import * as law from './law.ts'
import type { Basis, Vocabulary } from './list.ts'
import * as marking from './marking.ts'
import * as perpetrator from './perpetrator.ts'
import * as place from './place.ts'
import * as response from './response.ts'
import * as risk from './risk.ts'
import * as role from './role.ts'
import * as unEntity from './unEntity.ts'
import * as victim from './victim.ts'

/** Every controlled list by its id. Labels are in `resources/text` under `vocabulary.<id>` and `vocabulary.<id>.<code>`. */
export const vocabularies = {
  ...intake,
  ...victim,
  ...role,
  ...engagement,
  ...unEntity,
  ...act,
  ...law,
  ...perpetrator,
  ...classification,
  ...consent,
  ...risk,
  ...evidence,
  ...action,
  ...response,
  ...marking,
  ...place,
  ...language,
} as const

/** The id of a controlled list. */
export type VocabularyId = keyof typeof vocabularies

/** The codes of one list as a union: `Code<'formOfAct'>`. */
export type Code<Id extends VocabularyId> = (typeof vocabularies)[Id]['codes'][number]

/** The codes of a list, in the order of the screen. */
export const codesOf = <Id extends VocabularyId>(id: Id): readonly Code<Id>[] => vocabularies[id].codes

/** A schema that takes exactly the codes of one list. */
export const coded = <Id extends VocabularyId>(id: Id): z.ZodType<Code<Id>, Code<Id>> =>
  z.enum(vocabularies[id].codes)

/** Where one code comes from; `other` and `unknown` follow their list. */
export const basisOf = <Id extends VocabularyId>(id: Id, code: Code<Id>): Basis => {
  const { basis, except }: Vocabulary = vocabularies[id]
  return (['S', 'K', 'I'] as const).find(letter => except[letter]?.includes(code)) ?? basis
}

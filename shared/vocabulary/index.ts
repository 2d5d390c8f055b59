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

/** The id of a list an office may add to. */
export type OpenId = {
  readonly [Id in VocabularyId]: (typeof vocabularies)[Id]['open'] extends true ? Id : never
}[VocabularyId]

/** The codes an open list comes with. */
type Shipped<Id extends VocabularyId> = (typeof vocabularies)[Id]['codes'][number]

/** A code an office added: `x_`, the list it belongs to, and letters drawn at random. It means nothing in another vault. */
export type AddedCode<Id extends OpenId = OpenId> = `x_${Id}_${string}`

/** The codes of one list as a union: `Code<'formOfAct'>`. An open list also has those an office added. */
export type Code<Id extends VocabularyId> = Shipped<Id> | (Id extends OpenId ? AddedCode<Id> : never)

/** The codes of a list, in the order of the screen. */
export const codesOf = <Id extends VocabularyId>(id: Id): readonly Code<Id>[] => vocabularies[id].codes

/** Whether an office may add to a list. */
export const isOpen = (id: VocabularyId): id is OpenId => vocabularies[id].open

/** The lists an office may add to, in the order of the screen. */
export const openIds: readonly OpenId[] = Object.values(vocabularies)
  .map(({ id }) => id)
  .filter(isOpen)

const added = /^x_([A-Za-z]+)_[a-z]{6}$/

/** The list a code was added to, or `null` when it came with Vigil. Whether this vault has it only the vault can tell. */
export function addedTo(code: string): OpenId | null {
  if (!code.startsWith('x_')) return null
  const id = added.exec(code)?.[1]
  return openIds.find(open => open === id) ?? null
}

/** A schema that takes exactly the codes of one list; of an open list also whatever an office can have added to it. */
export const coded = <Id extends VocabularyId>(id: Id): z.ZodType<Code<Id>, Code<Id>> => {
  const shipped: z.ZodType<Code<Id>, Code<Id>> = z.enum(vocabularies[id].codes)
  if (!isOpen(id)) return shipped
  const own = z.custom<Code<Id>>(code => typeof code === 'string' && addedTo(code) === id)
  return z.union([shipped, own])
}

/** Where one code comes from; `other` and `unknown` follow their list. */
export const basisOf = <Id extends VocabularyId>(id: Id, code: Code<Id>): Basis => {
  const { basis, except }: Vocabulary = vocabularies[id]
  return (['S', 'K', 'I'] as const).find(letter => except[letter]?.includes(code)) ?? basis
}

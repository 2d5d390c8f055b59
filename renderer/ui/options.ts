import type { ReactNode } from 'react'

/** One thing to choose. */
export interface Option<Id extends string = string> {
  readonly id: Id
  readonly label: string
  /** A sentence that helps to choose. */
  readonly description?: string | undefined
  readonly disabled?: boolean | undefined
  /** Beside the label, where all options are in sight: where it stands, usually a `Badge`. */
  readonly beside?: ReactNode
}

/** Things to choose under one heading. */
export interface OptionGroup<Id extends string = string> {
  readonly label: string
  readonly options: readonly Option<Id>[]
}

/** Options on their own, or grouped under headings. */
export type Options<Id extends string = string> = readonly Option<Id>[] | readonly OptionGroup<Id>[]

const isGrouped = <Id extends string>(options: Options<Id>): options is readonly OptionGroup<Id>[] =>
  options.some(option => 'options' in option)

/** All options as groups; options on their own become one group with an empty label. */
export function grouped<Id extends string>(options: Options<Id>): readonly OptionGroup<Id>[] {
  return isGrouped(options) ? options : [{ label: '', options }]
}

/** The option of that id, if any. */
export function optionOf<Id extends string>(options: Options<Id>, id: string): Option<Id> | undefined {
  return grouped(options)
    .flatMap(group => group.options)
    .find(option => option.id === id)
}

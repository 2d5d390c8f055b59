import type { Leaf } from '../shared/brief/leaf.ts'

type Given = string | number | boolean | ((event: Event) => void) | undefined

/** What an element may hold: text is always text, never markup. */
export type Inside = Node | string | null

/**
 * Makes an element. Attributes are set by name, `true` as an empty one and `false` not at all; a function is called when the
 * event of that name happens.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Readonly<Record<string, Given>> = {},
  ...inside: readonly Inside[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...inside.filter(part => part !== null))
  return element
}

/** A page of the brief as elements: the very tree Vigil's window and printer get. */
export function elementOf({ tag, children, ...attributes }: Leaf): HTMLElement {
  return h(
    tag,
    { ...attributes },
    ...children.map(child => (typeof child === 'string' ? child : elementOf(child))),
  )
}

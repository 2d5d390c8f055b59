import { h, type Inside } from './dom.ts'

/** A question: its label, a hint, where it is answered, and a line for what is wrong with the answer. */
interface Asked {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly error: string | undefined
}

const said = ({ id, hint, error }: Asked) => [
  h('p', { class: 'hint', id: `${id}-hint` }, hint),
  h('p', { class: 'wrong', id: `${id}-wrong` }, error ?? ''),
]

/** What every place for words is told: never remembered, completed, translated or sent to be checked for spelling. */
export const unremembered = {
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
  'data-1p-ignore': true,
  'data-lpignore': 'true',
} as const

/** What ties a control to its hint and its error. */
export const tied = ({ id, error }: Pick<Asked, 'id' | 'error'>) =>
  ({
    id,
    'aria-describedby': `${id}-hint ${id}-wrong`,
    'aria-invalid': error === undefined ? undefined : 'true',
  }) as const

/** A question answered in one control. */
export function field(asked: Asked, ...control: readonly Inside[]): HTMLElement {
  const [hint = null, wrong = null] = said(asked)
  return h('div', { class: 'field' }, h('label', { for: asked.id }, asked.label), hint, ...control, wrong)
}

/** One answer of several. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly hint: string
}

/** A question with one answer of several. */
export function choice(
  asked: Omit<Asked, 'hint'>,
  of: {
    readonly options: readonly Option[]
    readonly value: string | null
    readonly onChange: (value: string) => void
  },
): HTMLElement {
  const radio = ({ value, label, hint }: Option) => {
    const id = `${asked.id}-${value}`
    return h(
      'div',
      { class: 'option' },
      h('input', {
        type: 'radio',
        name: asked.id,
        id,
        value,
        checked: of.value === value,
        autocomplete: 'off',
        'aria-describedby': `${id}-hint`,
        change: () => of.onChange(value),
      }),
      h('label', { for: id }, label),
      h('p', { class: 'hint', id: `${id}-hint` }, hint),
    )
  }
  return h(
    'fieldset',
    { id: asked.id, 'aria-describedby': `${asked.id}-wrong` },
    h('legend', {}, asked.label),
    ...of.options.map(radio),
    h('p', { class: 'wrong', id: `${asked.id}-wrong` }, asked.error ?? ''),
  )
}

/** What is to be put right, each line leading to its place; nothing when all is well. */
export function errorSummary(
  title: string,
  errors: readonly { readonly id: string; readonly sentence: string }[],
) {
  if (errors.length === 0) return null
  const goTo = (id: string) => (event: Event) => {
    event.preventDefault()
    const place = document.getElementById(id)
    const control = place?.matches('fieldset') ? place.querySelector('input') : place
    control?.focus()
  }
  return h(
    'div',
    { class: 'errors', role: 'alert', tabindex: -1 },
    h('h2', {}, title),
    h(
      'ul',
      {},
      ...errors.map(({ id, sentence }) => h('li', {}, h('a', { href: `#${id}`, click: goTo(id) }, sentence))),
    ),
  )
}

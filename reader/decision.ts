import { Decision, ReplyDraft } from '../shared/brief/model.ts'
import { h } from './dom.ts'
import { choice, errorSummary, field, tied, unremembered } from './field.ts'
import type { Text } from './text.ts'

/** What was typed into the form. */
export interface Typed {
  readonly decision: Decision | null
  readonly words: string
  readonly decidedBy: string
}

interface Asking {
  readonly text: Text
  readonly typed: Typed
  /** Called with a reply that is whole. */
  readonly onReady: (reply: ReplyDraft) => void
}

type Field = keyof Typed
const fields: readonly Field[] = ['decision', 'words', 'decidedBy']

/** What the reader decides, in their own words, and as whom. The fields are those of Vigil's own desk. */
export function decisionForm({ text, typed, onReady }: Asking): HTMLFormElement {
  const form = h('form', { autocomplete: 'off' })
  let current = typed
  const set = (name: Field, value: string) => void (current = { ...current, [name]: value })
  const draw = (wrong: readonly Field[]) =>
    form.replaceChildren(...questions({ text, typed: current }, { wrong, set }))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const reply = ReplyDraft.safeParse(current)
    if (reply.success) return onReady(reply.data)
    draw(fields.filter(name => reply.error.issues.some(issue => issue.path[0] === name)))
    return form.querySelector<HTMLElement>('.errors')?.focus()
  })
  draw([])
  return form
}

type Shown = Omit<Asking, 'onReady'>

interface Drawing {
  readonly wrong: readonly Field[]
  readonly set: (name: Field, value: string) => void
}

function questions({ text, typed }: Shown, { wrong, set }: Drawing): HTMLElement[] {
  const sentence = (name: Field) => text(`reply.${name}.missing`)
  const errorOf = (name: Field) => (wrong.includes(name) ? sentence(name) : undefined)
  const summary = errorSummary(
    text('form.errors'),
    wrong.map(id => ({ id, sentence: sentence(id) })),
  )
  const words = wordsField({ text, typed }, { error: errorOf('words'), set })
  const onChange = (decision: string) => {
    set('decision', decision)
    words.querySelector('label')?.replaceChildren(text(`reply.words.${decision}`))
  }
  return [
    ...(summary ? [summary] : []),
    decisionField({ text, typed }, { error: errorOf('decision'), onChange }),
    words,
    roleField({ text, typed }, { error: errorOf('decidedBy'), set }),
    h('p', {}, h('button', { type: 'submit', class: 'primary' }, text('reply.review'))),
  ]
}

function decisionField(
  { text, typed }: Shown,
  { error, onChange }: { readonly error: string | undefined; readonly onChange: (value: string) => void },
): HTMLElement {
  const options = Decision.options.map(value => ({
    value,
    label: text(`reply.decision.${value}`),
    hint: text(`reply.decision.${value}.hint`),
  }))
  return choice(
    { id: 'decision', label: text('reply.decision'), error },
    { value: typed.decision, options, onChange },
  )
}

interface Place {
  readonly error: string | undefined
  readonly set: Drawing['set']
}

function wordsField({ text, typed }: Shown, { error, set }: Place): HTMLElement {
  const id = 'words'
  const area = h('textarea', {
    ...tied({ id, error }),
    ...unremembered,
    rows: 5,
    maxlength: 2_000,
    dir: 'auto',
  })
  area.value = typed.words
  area.addEventListener('input', () => set('words', area.value))
  const label = text(`reply.words.${typed.decision ?? 'any'}`)
  return field({ id, label, hint: text('reply.words.hint'), error }, area)
}

function roleField({ text, typed }: Shown, { error, set }: Place): HTMLElement {
  const id = 'decidedBy'
  const input = h('input', {
    ...tied({ id, error }),
    ...unremembered,
    type: 'text',
    maxlength: 200,
    dir: 'auto',
  })
  input.value = typed.decidedBy
  input.addEventListener('input', () => set('decidedBy', input.value))
  return field({ id, label: text('reply.decidedBy'), hint: text('reply.decidedBy.hint'), error }, input)
}

import { Refused, type RefusalCode } from '../shared/refusal.ts'
import { openBrief, type Reading } from './brief.ts'
import { h } from './dom.ts'
import { errorSummary, field, tied, unremembered } from './field.ts'
import { languageChoice, show } from './page.ts'
import { textIn, type Language, type Text } from './text.ts'
import { why, type Why } from './wipe.ts'

/** The page before it is opened. */
export interface Locked {
  readonly file: Uint8Array
  /** Called when the brief is open. `chosen`: the language somebody chose here, when they did. */
  readonly onOpened: (reading: Reading, chosen: Language | null) => void
}

/** What the screen is shown with: the language chosen, and what came of the attempt before. */
interface Shown {
  readonly text: Text
  readonly chosen: Language | null
  readonly no?: string
  readonly typed?: string
}

/** The sentence for each "no"; every other code is a file that was changed. */
const sentences: Readonly<Partial<Record<RefusalCode, string>>> = {
  'exchange/wrong-passphrase': 'wrongPassphrase',
  'exchange/bad-signature': 'badSignature',
  'exchange/newer-than-app': 'newer',
  'exchange/not-a-package': 'notABrief',
  'exchange/is-a-reply': 'notABrief',
  'exchange/for-colleagues': 'notABrief',
  'exchange/not-for-you': 'notABrief',
}

/** Why it did not open, in words. */
export const sentenceOf = (error: unknown): string =>
  `reader.no.${(error instanceof Refused ? sentences[error.code] : undefined) ?? 'damaged'}`

/** What typing again can put right. The rest is said above, for it is no fault of what was typed. */
const ofPassphrase: ReadonlySet<string> = new Set(['reader.passphrase.missing', 'reader.no.wrongPassphrase'])

const stopped = (sentence: string) =>
  h('div', { class: 'errors', role: 'alert', tabindex: -1 }, h('p', {}, sentence))

/** The screen that asks for the passphrase. */
export function showLock(locked: Locked, shown: Shown): void {
  const { text, no } = shown
  const error = no !== undefined && ofPassphrase.has(no) ? text(no) : undefined
  const input = passphraseInput(error, shown.typed ?? '')
  show(text, {
    title: text('reader.title'),
    lead: text('reader.lead'),
    actions: [
      languageChoice(text, language => showLock(locked, { text: textIn(language), chosen: language })),
    ],
    body: [
      ended(text),
      no !== undefined && error === undefined ? stopped(text(no)) : null,
      errorSummary(text('form.errors'), error === undefined ? [] : [{ id: 'passphrase', sentence: error }]),
      question({ locked, shown }, { input, error }),
      before(text),
    ],
  })
  ;(document.querySelector<HTMLElement>('.errors') ?? input).focus()
}

interface Place {
  readonly input: HTMLInputElement
  readonly error: string | undefined
}

/** Asks for the words, and says how far it is while they are tried. */
function question(
  { locked, shown }: { readonly locked: Locked; readonly shown: Shown },
  { input, error }: Place,
): HTMLElement {
  const { text } = shown
  const progress = h('div', { class: 'progress', role: 'status' })
  const submit = (event: Event) => {
    event.preventDefault()
    if (!progress.hasChildNodes()) void tryOpening(locked, { ...shown, typed: input.value }, progress)
  }
  return h(
    'form',
    { autocomplete: 'off', submit },
    field(
      { id: 'passphrase', label: text('reader.passphrase'), hint: text('reader.passphrase.hint'), error },
      input,
      showTyped(text, input),
    ),
    h('p', {}, h('button', { type: 'submit', class: 'primary' }, text('reader.open'))),
    progress,
  )
}

function passphraseInput(error: string | undefined, typed: string): HTMLInputElement {
  const input = h('input', {
    ...tied({ id: 'passphrase', error }),
    ...unremembered,
    type: 'password',
    dir: 'auto',
    name: 'words',
  })
  input.value = typed
  return input
}

function showTyped(text: Text, input: HTMLInputElement): HTMLElement {
  const box = h('input', { type: 'checkbox', id: 'show', autocomplete: 'off' })
  box.addEventListener('change', () => (input.type = box.checked ? 'text' : 'password'))
  return h('p', { class: 'option' }, box, h('label', { for: 'show' }, text('reader.show')))
}

/** Why the page is locked again, when it was open before. */
function ended(text: Text): HTMLElement | null {
  const reason: Why | null = why()
  return reason && h('p', { class: 'notice', role: 'status' }, text(`reader.ended.${reason}`))
}

/** What whoever opens this should know first. */
function before(text: Text): HTMLElement {
  const points = (['computer', 'network', 'keeps', 'words'] as const).map(point =>
    h('li', {}, text(`reader.before.${point}`)),
  )
  return h('section', { class: 'before' }, h('h2', {}, text('reader.before')), h('ul', {}, ...points))
}

async function tryOpening(locked: Locked, shown: Shown, progress: HTMLElement): Promise<void> {
  const { text, chosen, typed: passphrase = '' } = shown
  if (passphrase.trim() === '') return showLock(locked, { text, chosen, no: 'reader.passphrase.missing' })
  const bar = h('progress', { max: 1, value: 0, 'aria-label': text('reader.opening') })
  progress.replaceChildren(h('p', {}, text('reader.opening')), bar)
  try {
    const reading = await openBrief(locked.file, { passphrase, onProgress: done => void (bar.value = done) })
    return locked.onOpened(reading, chosen)
  } catch (error) {
    const no = sentenceOf(error)
    // What was typed stays only where it may be a slip of a finger.
    return showLock(locked, { text, chosen, no, typed: no.endsWith('wrongPassphrase') ? passphrase : '' })
  }
}

import { h, type Inside } from './dom.ts'
import { directionOf, languages, textIn, type Language, type Text } from './text.ts'

/** One screen of the page: its title, what stands beside the title, and the rest. */
export interface Screen {
  readonly title: string
  readonly lead?: string
  readonly actions?: readonly Inside[]
  readonly body: readonly Inside[]
}

/** Shows a screen in place of the one before, and takes the focus to its title. */
export function show(text: Text, { title, lead, actions = [], body }: Screen): void {
  const { documentElement } = document
  documentElement.lang = text.language
  documentElement.dir = directionOf(text.language)
  const heading = h('h1', { tabindex: -1 }, title)
  const top = h(
    'header',
    { class: 'top' },
    h('div', {}, heading, lead ? h('p', { class: 'lead' }, lead) : null),
  )
  top.append(...actions.filter(action => action !== null))
  document.querySelector('main')?.replaceChildren(top, ...body.filter(part => part !== null))
  scrollTo(0, 0)
  heading.focus()
}

/** A button. `primary`: the one thing there is to do. */
export const button = (label: string, onPress: () => void, kind?: 'primary'): HTMLButtonElement =>
  h('button', { type: 'button', class: kind, click: onPress }, label)

/** The languages of the page, to choose from; each is called by its own name. */
export function languageChoice(text: Text, onChoose: (language: Language) => void): HTMLElement {
  const names = { en: 'English', ar: 'العربية' } as const
  return h(
    'div',
    { class: 'row', role: 'group', 'aria-label': text('reader.language') },
    ...languages.map(language =>
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          lang: language,
          dir: directionOf(language),
          'aria-pressed': String(language === text.language),
          click: () => onChoose(language),
        },
        names[language],
      ),
    ),
  )
}

/** A part of a screen under a heading of its own. */
export const section = (title: string, ...inside: readonly Inside[]): HTMLElement =>
  h('section', {}, h('h2', {}, title), ...inside)

/** The language of whoever opens the page, as far as the browser tells. */
export const likelyLanguage = (): Language => (navigator.language.startsWith('ar') ? 'ar' : 'en')

/** The sentences of the page before anything is known of the brief. */
export const firstText = (): Text => textIn(likelyLanguage())

/** Where somebody was on a page. */
export interface Spot {
  /** The address, without its `#`. */
  readonly hash: string
  /** The field with the focus, as a path through the page; `null` when none had it. */
  readonly focus: string | null
  readonly caret: readonly [number, number] | null
  /** What was scrolled, and how far, in pixels. */
  readonly scrolled: readonly (readonly [string, number])[]
}

type TextBox = HTMLInputElement | HTMLTextAreaElement

const isTextBox = (element: Element): element is TextBox =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && ['text', 'search'].includes(element.type))

/** An id a screen gave, not one that is drawn anew at every start. */
const hasOwnId = ({ id }: Element) => id !== '' && !/^react-aria|^_r_|^:r/.test(id)

/** The way to an element: from the nearest one with an id of its own, by position. */
function pathOf(element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement) {
    if (hasOwnId(at)) return [`#${CSS.escape(at.id)}`, ...steps].join(' > ')
    const twins = at.parentElement ? [...at.parentElement.children] : [at]
    steps.unshift(`:nth-child(${twins.indexOf(at) + 1})`)
  }
  return [':root', ...steps].join(' > ')
}

/** Where somebody is now. */
export function captureSpot(): Spot {
  const focused = document.activeElement
  const isSomewhere = focused !== null && focused !== document.body
  return {
    hash: window.location.hash.replace(/^#/, ''),
    focus: isSomewhere ? pathOf(focused) : null,
    caret: focused && isTextBox(focused) ? [focused.selectionStart ?? 0, focused.selectionEnd ?? 0] : null,
    scrolled: [...document.querySelectorAll('*')]
      .filter(element => element.scrollTop > 0)
      .map(element => [pathOf(element), element.scrollTop] as const),
  }
}

/** For so long the page may take to be there again, and how often it is looked at meanwhile, in milliseconds. */
const patience = 5000
const every = 50

/** What shows that somebody has begun to do something else. */
const begun = ['keydown', 'pointerdown', 'wheel'] as const

/** Brings somebody back to where they were as soon as the page is there, unless they have begun to do something else. */
export function restoreSpot(spot: Spot): void {
  let left = patience / every
  const give = () => {
    window.clearInterval(timer)
    for (const kind of begun) window.removeEventListener(kind, give)
  }
  let isBack = false
  const attempt = () => {
    const field = spot.focus === null ? null : document.querySelector(spot.focus)
    if (--left <= 0 || (isBack && hasMovedOn(field))) return give()
    // A row of a long list is only there once the page is scrolled to it.
    if (!isThere(spot, field)) return scrollBack(spot)
    putBack(spot, field)
    isBack = true
  }
  const timer = window.setInterval(attempt, every)
  for (const kind of begun) window.addEventListener(kind, give)
}

/** The focus was taken elsewhere, by a screen reader for instance; a title that takes it by itself does not count. */
function hasMovedOn(field: Element | null): boolean {
  const now = document.activeElement
  return now instanceof HTMLElement && now !== field && now !== document.body && now.tabIndex >= 0
}

/** The field is there, and so is what was typed into it. */
const isThere = ({ focus, caret }: Spot, field: Element | null): boolean =>
  focus === null ||
  (field instanceof HTMLElement && (caret === null || (isTextBox(field) && field.value.length >= caret[1])))

function putBack({ caret, scrolled }: Spot, field: Element | null): void {
  if (field instanceof HTMLElement && document.activeElement !== field) field.focus({ preventScroll: true })
  if (
    field &&
    caret &&
    isTextBox(field) &&
    !(field.selectionStart === caret[0] && field.selectionEnd === caret[1])
  )
    field.setSelectionRange(...caret)
  scrollBack({ scrolled })
}

function scrollBack({ scrolled }: Pick<Spot, 'scrolled'>): void {
  for (const [path, top] of scrolled) {
    const element = document.querySelector(path)
    if (element && element.scrollTop !== top) element.scrollTop = top
  }
}

import { useEffect } from 'react'
import { useLocation } from 'wouter'

const place = '/search'

/** Where one may be typing: there a "/" is a "/". */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

function isAsking({ key, code, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isChord = (ctrlKey || metaKey) && !altKey && code === 'KeyK'
  return isChord || (key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target))
}

/** A short message is called a dialog too, and waits for nobody. */
const isDialogOpen = () =>
  [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].some(
    one => !one.closest('[role=region]'),
  )

function chooseField(): void {
  const field = document.querySelector<HTMLInputElement>('main input[role=combobox]')
  field?.focus()
  field?.select()
}

/** Control and K, or a slash where nobody is typing, opens the search; not over a dialog that waits for an answer. */
export function useSearchKeys(isOn: boolean): void {
  const [path, navigate] = useLocation()
  useEffect(() => {
    if (!isOn) return undefined
    const hear = (event: KeyboardEvent) => {
      if (!isAsking(event) || event.defaultPrevented || isDialogOpen()) return
      event.preventDefault()
      if (path === place) chooseField()
      else navigate(place)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [isOn, path, navigate])
}

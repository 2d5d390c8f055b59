import './reader.css'
import { fileIn } from '../shared/exchange/embedded.ts'
import type { Reading } from './brief.ts'
import { h } from './dom.ts'
import { sentenceOf, showLock } from './lock.ts'
import { firstText, show } from './page.ts'
import { showSheet } from './sheet.ts'
import { textIn, type Language, type Text } from './text.ts'
import { clearOnLeaving, watchIdleness } from './wipe.ts'

/** What the page needs of a browser; all of them have had it since the end of 2023. */
const needed = [
  () => typeof TransformStream === 'function' && typeof Response === 'function',
  () => typeof crypto.getRandomValues === 'function',
  () => 'isWellFormed' in String.prototype && 'toSorted' in Array.prototype,
]

/** The brief in its own language, unless somebody chose another for the page. */
function opened(reading: Reading, chosen: Language | null): void {
  const { document: brief } = reading
  const text = textIn(chosen ?? (brief.language === 'ar' ? 'ar' : 'en'))
  watchIdleness()
  showSheet({ text, reading, typed: { decision: null, words: '', decidedBy: brief.forRole } })
}

/** Nothing can be opened here: says why. */
const stop = (text: Text, sentence: string): void =>
  show(text, {
    title: text('reader.title'),
    body: [h('p', { class: 'notice', role: 'alert' }, text(sentence))],
  })

function start(): void {
  const text = firstText()
  clearOnLeaving()
  if (!needed.every(has => has())) return stop(text, 'reader.no.oldBrowser')
  try {
    const file = fileIn(document.getElementById('file')?.textContent ?? '')
    showLock({ file, onOpened: opened }, { text, chosen: null })
  } catch (error) {
    stop(text, sentenceOf(error))
  }
  return undefined
}

start()

import { useEffect } from 'react'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { FirstPages, FirstScreen } from './FirstScreen.tsx'
import { call } from './api.ts'
import { panicOf, type Escapes } from '../shared/vault/panic.ts'
import { later } from './later.tsx'
import { heed, lock, panic } from './lock.ts'
import { toasts, useSession } from './session.ts'
import { TextProvider, useText } from './text.tsx'
import { readMoreLetters, ToastRegion, UiProvider } from './ui/index.ts'

/** What nobody needs before a vault is open: read while the passphrase is typed. */
const Desk = later(async () => (await import('./Desk.tsx')).Desk)

/** The whole window: language and look around it, then either the first screen or the desk. */
export function App() {
  const { vault, preferences, editions } = useSession()
  useEffect(() => {
    watchForLock()
    watchForActivity()
    watchForCopying()
  }, [])
  const isThere = vault !== null
  useEffect(() => (isThere ? readAhead() : undefined), [isThere])
  // Nothing can be said before the language is known.
  if (!isThere) return null
  return (
    <TextProvider language={preferences.language} editions={editions}>
      {/* oxlint-disable-next-line react/hooks -- wouter is handed its hook */}
      <Router hook={useHashLocation}>
        <Window />
      </Router>
    </TextProvider>
  )
}

/** So long after the first screen was drawn nothing else is read, in milliseconds: unless somebody types. */
const undisturbed = 250

/** Once the first screen stands: at the first key, and soon in any case. */
function readAhead() {
  const begin = () => {
    end()
    Desk.readAhead()
    FirstPages.readAhead()
    readMoreLetters()
  }
  const timer = window.setTimeout(begin, undisturbed)
  window.addEventListener('input', begin, { capture: true })
  const end = () => {
    window.clearTimeout(timer)
    window.removeEventListener('input', begin, { capture: true })
  }
  return end
}

function Window() {
  const text = useText()
  const [, navigate] = useLocation()
  const { vault, preferences } = useSession()
  return (
    <UiProvider
      locale={text.locale}
      look={preferences.theme}
      navigate={path => navigate(path)}
      addressOf={path => `#${path}`}
    >
      {vault?.state === 'open' && <Desk officer={vault.officer ?? ''} />}
      {vault && vault.state !== 'open' && <FirstScreen state={vault.state} />}
      <ToastRegion toasts={toasts} label={text('app.messages')} dismissLabel={text('app.dismiss')} />
    </UiProvider>
  )
}

/** F9 locks and the panic keys hide everything, from everywhere: before any field or dialog hears of the key. */
function watchForLock() {
  let escapes: Escapes = []
  window.vigil.on(event => heed(event, () => void useSession.getState().refresh()))
  const hear = (event: KeyboardEvent) => {
    const heard = panicOf(keyOf(event), escapes, useSession.getState().preferences.panic)
    escapes = heard.escapes
    if (heard.panic) panic()
    else if (event.key === 'F9') lock()
  }
  window.addEventListener('keydown', hear, { capture: true })
}

const keyOf = ({ code, ctrlKey, altKey, metaKey, repeat, timeStamp }: KeyboardEvent) => ({
  code,
  control: ctrlKey,
  otherModifier: altKey || metaKey,
  isRepeat: repeat,
  at: timeStamp,
})

/** What is copied is cleared again in time; the shell looks after that. */
function watchForCopying() {
  for (const kind of ['copy', 'cut'])
    document.addEventListener(kind, () => void call('vault.copied', {}), { capture: true })
}

/** Tells the shell at most every ten seconds that somebody is there. */
function watchForActivity() {
  let last = 0
  const active = (event: Event) => {
    if (event.timeStamp - last < 10_000) return
    last = event.timeStamp
    void call('vault.active', {})
  }
  for (const kind of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(kind, active, { passive: true })
}

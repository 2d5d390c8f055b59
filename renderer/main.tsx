import { guardHtml } from './ui/index.ts'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { useSession } from './session.ts'
import { readWords } from './words.ts'

// Most likely the language of the machine: what the vault process says of it comes later.
void readWords(navigator.language.startsWith('ar') ? 'ar' : 'en')
guardHtml()
// Asked before anything is drawn: the answer is on its way meanwhile.
void useSession.getState().refresh()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

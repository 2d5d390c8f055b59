import { guardHtml } from './ui/index.ts'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { readWords } from './words.ts'

// Most likely the language of the machine: what the vault process says of it comes later.
void readWords(navigator.language.startsWith('ar') ? 'ar' : 'en')
guardHtml()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

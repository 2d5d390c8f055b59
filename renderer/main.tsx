import { guardHtml } from './ui/index.ts'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

guardHtml()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)

import type { Plugin } from 'vite'
import { sentencesOf } from './sentences.ts'

const fonts = ['400', '700'].map(weight => `fonts/noto-sans-latin-${weight}-normal.woff2`)

/**
 * What the first screen always needs comes together with its program: English, which most vaults speak, and the letters of
 * the page. Else each would be asked for only when the program before it has run.
 */
export function withFirstWords(): Plugin {
  return {
    name: 'vigil-first-words',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const english = Object.values(bundle).find(
          file => file.type === 'chunk' && file.facadeModuleId === sentencesOf('en'),
        )
        if (!english) return []
        const link = (attrs: Record<string, string>) =>
          ({ tag: 'link', attrs: { crossorigin: '', ...attrs }, injectTo: 'head' }) as const
        return [
          link({ rel: 'modulepreload', href: `./${english.fileName}` }),
          ...fonts.map(font => link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${font}` })),
        ]
      },
    },
  }
}

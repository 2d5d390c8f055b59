import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const prefix = '\0vigil-sentences/'
const source = /[\\/]resources[\\/]text[\\/](?<language>[a-z]{2})\.json$/

/** A shell says little by itself: why it does not start. */
const shell = /[\\/]main[\\/]host[\\/]sentence\.ts$/

/** The module a language becomes. */
export const sentencesOf = (language: string): string => `${prefix}${language}`

/** Sentences are read several times as fast as JSON than as program; and a shell reads its own alone. */
export function withSentences(root: string): Plugin {
  return {
    name: 'vigil-sentences',
    enforce: 'pre',
    resolveId(asked, importer) {
      const language = source.exec(asked)?.groups?.['language']
      if (language === undefined) return null
      return shell.test(importer ?? '') ? `${sentencesOf(language)}:shell.` : sentencesOf(language)
    },
    load(id) {
      if (!id.startsWith(prefix)) return null
      const [language = '', only = ''] = id.slice(prefix.length).split(':')
      const file = join(root, `resources/text/${language}.json`)
      this.addWatchFile(file)
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
      const wanted = Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(only)))
      return `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(wanted))})`
    },
  }
}

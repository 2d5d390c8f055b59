import type { Plugin } from 'vite'

/** What the parts of react-aria say by themselves, in one file for each language. */
const said =
  /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*[\\/]intl[\\/].*?(?<language>[a-z]{2}-[A-Z]{2})\.mjs$/

/** Those that the window speaks. */
const ours = ['en-US', 'ar-AE']

/** Leaves out what react-aria says in the thirty languages that the window does not speak: half as much again as its programs. */
export function withOurLanguages(): Plugin {
  return {
    name: 'vigil-our-languages',
    load(id) {
      const language = said.exec(id)?.groups?.['language']
      return language === undefined || ours.includes(language) ? null : 'export default {}'
    },
  }
}

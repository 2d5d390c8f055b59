import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/*
 * What somebody types into a screen comes back after a lock. A form does so by itself (`useForm`), everything else by
 * `useKept`; a plain `useState` forgets. Here no screen with a field to type into may hold words in one.
 */

const root = join(import.meta.dirname, '../../renderer')

/** Screens, not the design system, not the page that shows it. */
const screens = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !/^(ui|gallery)\//.test(path))
  .map(path => ({ path, source: readFileSync(join(root, path), 'utf8') }))

/** Holds words that a person types. */
const holdsWords = /useState(<string>)?\((''|"")\)/

/** What must never be kept, and why. */
const secrets: Readonly<Record<string, string>> = {
  'OfferedPassphrase.tsx': 'a passphrase that is offered',
  'brief/SendPage.tsx': 'a passphrase typed back',
  'vault/ChangePassphrase.tsx': 'a passphrase',
  'vault/DrillPage.tsx': 'a passphrase',
  'vault/KeyFileSection.tsx': 'a passphrase',
  'vault/ShareStep.tsx': 'words of a recovery share',
  'vault/Unlock.tsx': 'a passphrase',
  'vault/EraseHere.tsx': 'the word that erases: nobody should come back to it half typed',
}

describe('what somebody types', () => {
  it('is held nowhere by a state that forgets it, except what may not be kept', () => {
    const found = screens.filter(({ source }) => holdsWords.test(source)).map(({ path }) => path)
    expect(found.filter(path => !(path in secrets)).toSorted()).toEqual([])
  })

  it('the exceptions are still there', () => {
    const paths = screens.map(({ path }) => path)
    expect(Object.keys(secrets).filter(path => !paths.includes(path))).toEqual([])
  })

  it('passphrases are never given to what is kept', () => {
    const kept = screens.filter(({ source }) => source.includes('useKept('))
    const names = kept.flatMap(({ path, source }) =>
      [...source.matchAll(/const \[(\w+), \w+\] = useKept/g)].map(([, name]) => `${path}: ${name}`),
    )
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(name => /passphrase|secret|password/i.test(name))).toEqual([])
  })

  it('what was revealed of an identity is a secret of its form', () => {
    expect(screens.find(({ path }) => path === 'person/IdentityForm.tsx')?.source).toContain('secret:')
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Licences that may ship inside an Apache-2.0 program: permissive ones, and OFL for fonts. */
const allowed = [
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'OFL-1.1',
  'CC0-1.0',
  'Python-2.0',
  'BlueOak-1.0.0',
]

interface Locked {
  readonly packages: Readonly<
    Record<string, { readonly license?: string; readonly dev?: boolean; readonly devOptional?: boolean }>
  >
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked

describe('what ships with Vigil', () => {
  it('allows it: every runtime dependency has a licence that goes with Apache-2.0', () => {
    const shipped = Object.entries(packages).filter(
      ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
    )
    expect(shipped.length).toBeGreaterThan(20)
    const others = shipped.filter(
      ([, { license = 'none' }]) =>
        !license
          .replaceAll(/[()]/g, '')
          .split(/ OR /)
          .some(one => one.split(' AND ').every(part => allowed.includes(part))),
    )
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  it('names no address it was fetched from in its lock file', () => {
    expect(JSON.stringify(packages)).not.toContain('"resolved"')
  })
})

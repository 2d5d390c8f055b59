import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownName, sameness } from '../../shared/leak/sameName.ts'

const alike = (a: string, b: string) => sameness(knownName(a), knownName(b))

describe('two names', () => {
  it.each([
    ['Amina Diallo', 'amina DIALLO'],
    ['Amina Diallo', 'Diallo, Amina'],
    ['José Peña', 'Jose Pena'],
    ['أحمد حسن', 'احمد حسن'],
    ['李明', '李 明'],
  ])('%s and %s are the same, however they are written', (a, b) => {
    expect(alike(a, b)).toBe('same')
  })

  it.each([
    ['Mohammed Al-Hassan', 'محمد الحسن'],
    ['Olga Zhmarozkina', 'Ольга Жмарозкина'],
    ['Yousef Haddad', 'Youssef Hadad'],
    ['Abdul Rahman Qasim', 'Abdurrahman Kassem'],
    ['Sergei Ivanov', 'Ιβάνοφ Σεργκέι'],
  ])('%s and %s sound the same', (a, b) => {
    expect(alike(a, b)).toBe('sounds')
  })

  it('have several words in common when one of them has others as well', () => {
    expect(alike('Ahmed Qasim Haddad', 'Ahmed Haddad')).toBe('words')
  })

  it('have one word in common', () => {
    expect(alike('Zhmarozkina', 'Olga Zhmarozkina')).toBe('part')
    expect(alike('欧阳', '欧阳晓明')).toBe('part')
  })

  it.each([
    ['Amina Diallo', 'Boris Petrov'],
    ['Ali', 'Lee'],
    ['王芳', '李明'],
    ['', 'Amina'],
    ['—', '—'],
  ])('%s and %s have nothing in common', (a, b) => {
    expect(alike(a, b)).toBeNull()
  })

  it('are as alike from either side', () => {
    const word = fc.constantFrom(
      'Ahmed',
      'أحمد',
      'Ольга',
      'Olga',
      'Hassan',
      'حسن',
      'Ali',
      '李明',
      'Pena',
      'Peña',
      'x',
      'Helga',
      'Hamid',
      'Hamad',
    )
    const name = fc.array(word, { maxLength: 4 }).map(words => words.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a))
      }),
      { numRuns: 5000 },
    )
  })

  it('are the same as themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect([null, 'same']).toContain(alike(name, name))
      }),
    )
  })
})

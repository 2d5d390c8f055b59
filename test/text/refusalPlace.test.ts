import { describe, expect, it } from 'vitest'
import ar from '../../resources/text/ar.json'
import en from '../../resources/text/en.json'
import { addressOf } from '../../renderer/placeAddress.ts'
import { refusalPlaces } from '../../renderer/refusalPlace.ts'
import { refusalCodes } from '../../shared/refusal.ts'

const caseId = '00000000-0000-4000-8000-000000000000'

describe('every no', () => {
  it.each(refusalCodes)('%s has a sentence in every language, and a place', code => {
    for (const texts of [en, ar] as readonly Readonly<Record<string, string>>[]) {
      expect(texts[`refusal.${code}`]).toMatch(/\S{2,} \S+/)
      const place = refusalPlaces[code]
      if (addressOf(place, caseId) !== null) expect(texts[`refusalPlace.${place}`]).toMatch(/\S+/)
    }
  })

  it('leads to no case where none is open', () => {
    for (const place of Object.values(refusalPlaces))
      expect(addressOf(place, null) ?? '').not.toContain('case/')
  })
})

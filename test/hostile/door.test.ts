import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answer } from '../../main/door.ts'
import { contract } from '../../shared/contract.ts'
import { callMany, names, openDesk, schemaOf } from '../torture/door.ts'
import { randomFrom } from '../torture/frame.ts'
import { placesIn, replacedAt, valueAt } from '../torture/hostile/mutateValue.ts'
import { sampleOf } from '../torture/hostile/sample.ts'
import { naughty } from '../torture/hostile/seeds.ts'
import { freshFolder } from '../support.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

const open = () => openDesk(join(freshFolder(), 'vault.vigil'))

describe('a page that was taken over', () => {
  it('is answered with a value of the promised form or a "no", whatever it asks', async () => {
    const { desk, ids } = await open()
    const words = ['', 'P1', 'words', ...naughty()]
    const making = { random: randomFrom(20260302), ids, words }
    const { figures, problems } = await callMany(desk, { calls: 3_000, making, isOver: () => false })
    expect(problems).toEqual([])
    expect(figures.calls).toBe(3_000)
    expect(figures.calls_wrong).toBeGreaterThan(500)
  }, 120_000)

  it('gets nothing by names and parts every object has', async () => {
    const { desk } = await open()
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])
      expect(await answer(desk.app, name, {})).toEqual({ ok: false, code: 'unknown-operation' })
    const asked = JSON.parse('{"__proto__":{"caseId":"x"},"constructor":{}}') as unknown
    for (const name of names) {
      const reply = await answer(desk.app, name, asked)
      expect(reply, name).toMatchObject({ ok: false, code: 'invalid-input' })
    }
    expect({}).not.toHaveProperty('caseId')
  })

  it('gets no text in that would come back as another, into any operation', () => {
    const random = randomFrom(20261122)
    const taken = new Set<string>()
    for (const name of names)
      for (let sample = 0; sample < 20; sample++) {
        const input = sampleOf(schemaOf(name), { random, ids: [nobody], words: ['words'] })
        for (const place of placesIn(input))
          if (typeof valueAt(input, place) === 'string')
            for (const bad of ['\ud800', 'a\0b'])
              if (contract[name].input.safeParse(replacedAt(input, place, bad)).success)
                taken.add(`${name} ${place.join('.')}`)
      }
    expect([...taken]).toEqual([])
  })

  it('cannot keep half a character or a NUL as a draft, which would come back as something else', async () => {
    const { desk } = await open()
    for (const value of ['"\ud800"', 'a\0b'])
      expect(await answer(desk.app, 'vault.keepDraft', { key: 'x', value })).toMatchObject({
        ok: false,
        code: 'invalid-input',
        field: 'value',
      })
  })
})

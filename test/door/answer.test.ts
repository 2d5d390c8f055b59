import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { Name } from '../../shared/contract.ts'
import { refusalCodes } from '../../shared/refusal.ts'
import { handlers } from '../../main/handlers.ts'
import { testApp } from '../support.ts'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }

const names = Object.keys(contract) as Name[]
const asksTheShell = new Set<string>([
  'vault.choosePlace',
  'vault.create',
  'vault.unlock',
  'exchange.makeKey',
])

/** Asked with nothing, and ends the vault. */
const locks = new Set<string>(['vault.lock', 'vault.panic'])

/** Asked with nothing, and changes something all the same: that is what it is for. */
const changesWithNothing = new Set<string>(['key.renew'])

describe('the door', () => {
  it('has exactly one handler for each operation of the contract', () => {
    expect(Object.keys(handlers).toSorted()).toEqual(names.toSorted())
  })

  it('answers what it does not know with a no', async () => {
    const { call } = testApp()
    for (const name of ['', 'case', 'toString', '__proto__', 'case.delete', 'constructor'])
      expect(await call(name as Name, {})).toEqual({ ok: false, code: 'unknown-operation' })
  })

  it('names the field that cannot be taken, and never its value', async () => {
    const { call, create } = testApp()
    await create()
    const reply = await call('case.view', { caseId: 'a secret that was typed' })
    expect(reply).toEqual({ ok: false, code: 'invalid-input', field: 'caseId' })
  })

  it('takes anything a broken page could send without a fault and without a change', async () => {
    const { call, create, get } = testApp()
    await create()
    const before = await get('record.verify', {})
    const isLeftOut = (one: string) => [asksTheShell, changesWithNothing, locks].some(set => set.has(one))
    const name = fc.constantFrom(...names.filter(one => !isLeftOut(one)))
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }),
        async (one, input) => {
          const reply = await call(one, input as never)
          if (!reply.ok) expect(refusalCodes).toContain(reply.code)
        },
      ),
      { numRuns: 1_000 },
    )
    expect(await get('record.verify', {})).toEqual(before)
  })

  it('needs an open vault for everything that touches a case', async () => {
    const { call } = testApp()
    for (const name of names.filter(one => contract[one].kind !== 'task')) {
      const sample = fc.sample(fc.constant({}), 1)[0]
      const reply = await call(name, sample as never)
      expect(reply.ok, name).toBe(false)
    }
  })

  it.each(refusalCodes)('has a sentence for %s in every language', code => {
    for (const texts of [en, ar] as Record<string, string>[]) expect(texts[`refusal.${code}`]).toMatch(/\S/)
  })
})

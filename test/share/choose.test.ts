import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ColleagueClass } from '../../shared/exchange/colleague.ts'
import { Element } from '../../shared/gate/model.ts'
import { ColleagueId } from '../../shared/model.ts'
import { ShareLevel } from '../../shared/share/model.ts'
import { beginningFor, isBeyond, shareChannels, sharePurposes } from '../../shared/share/rules.ts'
import { assemble } from '../../main/share/assemble.ts'
import { vaultOf } from '../exchange/merging.ts'
import { answer } from '../paper/support.ts'
import { person } from '../support.ts'
import { act, agreed, withCase } from './support.ts'

const colleague = {
  id: ColleagueId.parse('00000000-0000-4000-8000-000000000001'),
  recipientClass: 'same_office',
} as const

describe('what goes', () => {
  it('is never what was kept back, nor anything that names it, whatever is kept back', async () => {
    const { here, thereAtHere, caseId, personId } = await withCase()
    const { app } = here
    const { personId: other } = await app.get('person.add', { caseId, person: person() })
    await answer(app, other, agreed)
    for (const [at, id] of [personId, other, personId].entries())
      await app.get('act.add', { caseId, act: act(id, `What happened on day ${at} is written here`) })
    const { shareId } = await app.get('share.start', { caseId, colleagueId: thereAtHere })
    const { draft, lines } = await app.get('share.view', { shareId })
    await fc.assert(
      fc.asyncProperty(fc.subarray(lines.map(({ key }) => key)), async withheld => {
        await app.get('share.change', { shareId, draft: { ...draft, withheld } })
        const { chosen, gate } = assemble(vaultOf(app), shareId)
        const said = gate.lines.filter(({ verdict }) => verdict === 'said').map(({ key }) => key)
        expect(said.filter(key => withheld.includes(key))).toEqual([])
        expect(gate.lines.filter(({ verdict }) => verdict === 'blocked')).toEqual([])
        const { document, refs } = chosen.compiled ?? { document: { rows: [] }, refs: new Map() }
        const ids = new Map([...refs].map(([id, ref]) => [ref, id]))
        const rows = document.rows.map(({ table, ref }) => `${table}:${ids.get(ref)}`)
        const parts = new Set(said.map(key => key.split(':').slice(0, 2).join(':')))
        // That there is a case goes with whatever else goes; it is no line of its own.
        const shell = rows.length > 0 ? [`case_file:${caseId}`] : []
        expect(rows.toSorted()).toEqual([...new Set([...parts, ...shell])].toSorted())
        for (const { table, ref, fields } of document.rows) {
          if (table !== 'act') continue
          const about = fields['personIds']?.heads[0]?.value as string[]
          expect(
            about.every(id => document.rows.some(row => row.ref === id)),
            ref,
          ).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})

describe('what a new share begins with', () => {
  it('tells no name and what is usual for such a colleague', () => {
    for (const recipientClass of ColleagueClass.options) {
      const beginning = beginningFor({ ...colleague, recipientClass }, null)
      expect(beginning.purpose).toBe(sharePurposes(recipientClass)[0])
      expect(isBeyond({ element: 'name' }, beginning.identityLevel)).toBe(true)
      expect(shareChannels).toContain(beginning.channel)
    }
  })

  it('does not keep a purpose that is not for this colleague', () => {
    const last = {
      purpose: 'share_UN_security',
      channel: 'sealed_paper',
      identityLevel: 'role_only',
    } as const
    expect(beginningFor(colleague, last)).toMatchObject({ ...last, purpose: 'share_inside_office' })
  })
})

describe('how much of who people are', () => {
  it('is less with every level', () => {
    const shown = ShareLevel.options.map(
      level => Element.options.filter(element => !isBeyond({ element }, level)).length,
    )
    expect(shown).toEqual(shown.toSorted((a, b) => b - a))
    expect(isBeyond({ element: 'name' }, 'full_name')).toBe(false)
  })
})

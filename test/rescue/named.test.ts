import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits, sits, withCase } from '../access/support.ts'
import { freshFolder } from '../support.ts'
import { pageBytes } from './place.ts'

describe('a rescue of a vault with a case for named people', () => {
  it('brings it as it is sealed: they read it, nobody else does, and nothing of it stands in clear', async () => {
    const app = await withCase()
    await limits(app)
    const { caseId, get, call, shell, folder } = app
    const { persons } = await get('case.view', { caseId })
    await get('vault.lock', {})
    const file = readFileSync(join(folder, 'case.db'))
    file[1 * pageBytes + 100]! ^= 1
    writeFileSync(join(folder, 'case.db'), file)

    await expect(sits(app, 'FP-1')).rejects.toThrow('vault/pages-damaged')
    const shelf = join(freshFolder(), 'shelf')
    mkdirSync(shelf)
    shell.dialogs.push(shelf)
    const rescued = await get('rescue.start', {})
    expect(rescued?.tables.find(({ table }) => table === 'sealed_row')).toMatchObject({ lost: 0, apart: 0 })
    expect(rescued?.tables.filter(({ table, rebuilt }) => table === 'person' && rebuilt > 0)).toEqual([])
    await get('rescue.use', {})

    await sits(app, 'FP-1')
    expect((await get('case.view', { caseId })).persons).toEqual(persons)
    expect(await get('record.verify', {})).toMatchObject({ brokenAt: null })
    await sits(app, 'FR-1')
    expect(await call('case.view', { caseId })).toEqual({ ok: false, code: 'access/not-named' })
  })
})

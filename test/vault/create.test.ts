import { describe, expect, it } from 'vitest'
import { passphrase, testApp } from '../support.ts'

describe('making a vault', () => {
  it('knows its officer and begins its record even when the power goes the moment it stands in its place', async () => {
    const { app, folder, call } = testApp()
    Object.defineProperty(app.desk, 'stage', {
      set(stage: string) {
        if (stage === 'opening') throw new Error('the power went')
      },
    })
    const making = call('vault.create', { passphrase: passphrase(), officer: 'FP-1' })
    await expect(making).rejects.toThrow('the power went')

    const later = testApp('2026-03-02T12:05:00.000Z', folder)
    expect(await later.unlock()).toMatchObject({ state: 'open', officer: 'FP-1' })
    const entries = await later.get('record.list', { caseId: null, before: null })
    expect(entries.map(({ operation, actor }) => [operation, actor])).toEqual([['vault.create', 'FP-1']])
  })
})

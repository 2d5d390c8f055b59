import { describe, expect, it } from 'vitest'
import { delivered, sends, takesIn } from '../notice/support.ts'
import { rewrites, tampers, cutsTail, verdicts, writes } from './support.ts'

describe('another office as a witness', () => {
  it('gives back what it saw of a record, and fits as long as nothing was changed', async () => {
    const { here, there, hereAtThere } = await delivered()
    const answer = await sends(there, [hereAtThere])
    await takesIn(here, answer.path)
    const { witnesses } = await here.app.get('record.standing', {})
    expect(witnesses).toMatchObject([
      { kind: 'colleague', verdict: 'fits', who: { role: 'FP-2', office: 'Office B' } },
    ])
    await writes(here.app)
    expect(await verdicts(here.app)).toEqual(['colleague fits 0'])
    const { watched } = await here.app.get('record.standing', {})
    expect(watched).toMatchObject([{ who: { role: 'FP-2' }, differs: false }])
  })

  it('says nothing of one colleague’s record to another', async () => {
    const { here, there, hereAtThere } = await delivered()
    await takesIn(here, (await sends(there, [hereAtThere])).path)
    const rows = here.app.app.desk.vault!.db.prepare('SELECT entries, head FROM witness_sighting').all()
    expect(rows).toHaveLength(1)
  })

  it('notices that the end of the record was cut off, or that it was written anew', async () => {
    for (const harm of [cutsTail, rewrites]) {
      const { here, there, hereAtThere, sent } = await delivered()
      const answer = await sends(there, [hereAtThere])
      const { db } = here.app.app.desk.vault!
      const { entries } = db
        .prepare('SELECT entries FROM exchange_package WHERE package_id = ?')
        .get(sent.packageId) as {
        entries: number
      }
      harm(here.app, entries - 2)
      tampers(here.app, '')
      await takesIn(here, answer.path)
      const said = await verdicts(here.app)
      expect(said[0]).toMatch(/^colleague (behind|differs)/)
    }
  })

  it('is explained by a copy that was restored and said to be, but only for what was seen before', async () => {
    const { here, there, hereAtThere } = await delivered()
    const answer = await sends(there, [hereAtThere])
    rewrites(here.app, 2)
    await takesIn(here, answer.path)
    expect((await verdicts(here.app))[0]).toMatch(/differs|behind/)
    await here.app.get('record.declareRestore', { reason: 'laptop replaced' })
    expect(await verdicts(here.app)).toEqual(['colleague explained 0'])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askFor, relocating, theirs } from './support.ts'

const step = fc.record({
  kind: fc.constantFrom('ask', 'grant', 'decline', 'approve', 'lock'),
  whole: fc.boolean(),
})

describe('one person', () => {
  it('never opens anything, whatever they ask and answer, alone or beside somebody who does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (steps, beside) => {
          const app = await relocating()
          const { actionId, keys, get, call } = app
          if (beside)
            await get('vault.addPerson', {
              role: 'HOP-1',
              duties: ['head_of_presence'],
              passphrase: theirs(),
            })
          const asked: string[] = []
          for (const { kind, whole } of steps) {
            if (kind === 'ask') {
              const reply = await call('override.ask', askFor(actionId, whole ? keys : keys.slice(0, 1)))
              if (reply.ok) asked.push(reply.value.overrideId)
            } else if (kind === 'lock') {
              await get('vault.lock', {})
              await app.unlock()
            } else if (kind === 'approve') {
              await call('action.approve', { actionId, sole: !beside, statement: '' })
            } else {
              const overrideId = asked.at(-1)
              if (overrideId)
                await call('override.answer', { overrideId, grants: kind === 'grant', words: 'I decide.' })
            }
          }
          const { result } = await get('action.view', { actionId })
          expect(result.open).toBe(false)
          expect(
            result.lines.every(({ verdict, overrideId }) => verdict === 'blocked' && overrideId === null),
          ).toBe(true)
        },
      ),
      { numRuns: 12 },
    )
  })
})

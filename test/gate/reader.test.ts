import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gate, type GateInput } from '../../shared/gate/rules.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { answer, line, openInput, p1, p2 } from './support.ts'

/** A package whose lines everybody concerned agreed to, for exactly this address. */
const packaged = (to: Partial<GateInput>) => {
  const { purpose, recipient, channel } = openInput(to)
  const log = [answer({ purpose, recipient, channel })]
  return gate(openInput({ ...to, gate: 'G5', isPackage: true, log }))
}

describe('a brief', () => {
  it('is never a way round publication, nor to the person themself without anybody reading it first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...codesOf('recipientClass')),
        fc.constantFrom(...codesOf('channel')),
        (recipient, channel) => {
          const { open, findings } = packaged({ recipient, channel, approval: null })
          expect(open).toBe(false)
          const toAll = ['media', 'public'].includes(recipient) || ['website', 'broadcast'].includes(channel)
          if (toAll || recipient === 'person_concerned')
            expect(findings.map(({ reason }) => reason)).toContain('not-one-reader')
          else expect(findings.map(({ reason }) => reason)).toEqual(['approval-none'])
        },
      ),
    )
  })

  it('about what may be published reaches a colleague who has to decide on it', () => {
    expect(packaged({ purpose: 'sg_report_anonymised' }).open).toBe(true)
  })
})

describe('what a person themself receives', () => {
  const told = (personIds: (typeof p1)[]) => {
    const to = { recipient: 'person_concerned' } as const
    const log = [answer({ ...to }), answer({ ...to, personId: p2 })]
    return gate(openInput({ ...to, log, approval: null, lines: [line({ personIds })] }))
  }

  it('needs nobody’s approval while it is about nobody else', () => {
    expect(told([p1]).open).toBe(true)
  })

  it('needs the approval of somebody else as soon as it tells of another person', () => {
    expect(told([p1, p2]).findings).toMatchObject([{ reason: 'approval-none' }])
  })
})

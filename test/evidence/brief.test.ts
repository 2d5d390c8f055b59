import { describe, expect, it } from 'vitest'
import { paperOf, type Leaf } from '../../shared/brief/paper.ts'
import type { Verification } from '../../shared/evidence/claim.ts'
import { sayIn } from '../../main/text.ts'
import { assembled, content, p1, p2 } from '../brief/support.ts'
import { answer, onlyFacts } from '../gate/support.ts'
import { claim, says, source } from './support.ts'

const [act] = content.acts
const verification: Verification = {
  sources: [
    source(1, { reliability: 'B', description: 'zqwx', reliabilityNote: 'zqwx' }),
    source(2, { reliability: 'C' }),
  ],
  claims: [
    claim({
      about: { actId: act!.id },
      statement: 'zqwx',
      assessment: {
        status: 'corroborated_one_independent',
        suggested: 'corroborated_one_independent',
        reason: 'zqwx',
        unknowns: 'zqwx',
        by: 'FP-1',
        at: content.case.startedAt,
      },
    }),
  ],
  information: [says(1, { note: 'zqwx' }), says(2)],
  proof: {
    id: content.case.id,
    standard: 'reasonable_suspicion',
    note: 'zqwx',
    unknowns: 'who gave the order',
    by: 'FP-1',
    at: content.case.startedAt,
  },
}
const checked = { ...content, verification }

const wordsOf = (leaf: Leaf | string): string =>
  typeof leaf === 'string' ? leaf : leaf.children.map(wordsOf).join(' ')

const paper = (log: Parameters<typeof assembled>[0], of: typeof content = checked) =>
  wordsOf(paperOf(assembled(log, {}, of).document, sayIn('en')))

const all = [answer({ personId: p1 }), answer({ personId: p2 })]

describe('what a brief says of verification', () => {
  it('says how far each claim is verified and how reliable its sources are, in words and apart', () => {
    const words = paper(all)
    expect(words).toContain('Corroborated by one independent source')
    expect(words).toContain('B – likely reliable')
    expect(words).toContain('C – unsure')
    expect(words).toContain('Reasonable suspicion')
    expect(words).not.toContain('Not yet assessed')
  })

  it('says that nothing is assessed as long as there is no claim', () => {
    expect(paper(all, content)).toContain('Not yet assessed')
  })

  it('withholds it from whoever may not know of the act it is about', () => {
    const words = paper([onlyFacts(['who'], { personId: p1 }), answer({ personId: p2 })])
    expect(words).not.toContain('Corroborated by one independent source')
    expect(words).not.toContain('likely reliable')
    expect(words).toContain('C1')
  })

  it('never says in which words it was claimed, told or graded', () => {
    const { document } = assembled(all, {}, checked)
    const told = document.lines.filter(({ label }) => /verification|sources|proof/.test(label))
    expect(told).toHaveLength(3)
    expect(JSON.stringify(told)).not.toContain('zqwx')
  })

  it('names the claim beside the act it is about', () => {
    const { lines } = assembled(all, {}, checked)
    expect(lines.find(({ key }) => key === `act:${act!.id}:act`)?.about).toBe('P1 · C1')
  })
})

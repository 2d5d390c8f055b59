import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { inRulingOrder } from '../../shared/consent/order.ts'
import { isYes, latest, rowOf } from '../../shared/consent/rules.ts'
import { CaseId, ConsentId, Instant, PersonId } from '../../shared/model.ts'
import { anAnswer } from '../exchange/histories.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const person = PersonId.parse(uuid(1))
const levels = ['role_and_region', 'role_only'] as const
type Said = 'given' | 'refused' | 'withdrawn' | 'not_asked'

/** An office: its ledger in the order of recording, and what was known where each answer came from. */
interface Office {
  readonly log: ConsentDecision[]
  readonly known: Map<string, Set<string>>
}

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      office: fc.nat(2),
      says: fc.constantFrom<Said>('given', 'given', 'refused', 'withdrawn', 'not_asked'),
      level: fc.constantFrom(...levels),
    }),
  },
  { weight: 3, arbitrary: fc.record({ office: fc.nat(2), hears: fc.nat(2) }) },
)

const knownTo = ({ log, known }: Office, index: number) =>
  known.get(log[index]!.id) ?? new Set<string>(log.slice(0, index).map(({ id }) => id))

function hear(office: Office, from: Office): void {
  from.log.forEach((answer, index) => {
    if (office.log.some(({ id }) => id === answer.id)) return
    office.known.set(answer.id, new Set(knownTo(from, index)))
    office.log.push(answer)
  })
}

const steps = fc.array(step, { minLength: 2, maxLength: 14 })

type Step =
  | { readonly office: number; readonly says: Said; readonly level: (typeof levels)[number] }
  | { readonly office: number; readonly hears: number }

/** Everybody says and hears in some order; in the end everybody has heard everything. */
function play(history: readonly Step[]): Office[] {
  const offices: Office[] = [0, 1, 2].map(() => ({ log: [], known: new Map() }))
  history.forEach((step, n) => {
    const at = offices[step.office]!
    if ('hears' in step) return hear(at, offices[step.hears]!)
    at.log.push({
      ...anAnswer(person, 'given'),
      decision: step.says,
      identityLevel: step.level,
      id: ConsentId.parse(uuid(100 + n)),
      caseId: CaseId.parse(uuid(2)),
      talkId: null,
      reviewWhen: [],
      recordedAt: Instant.parse(`2026-03-02T12:00:00.0${10 + n}Z`),
    })
  })
  for (let round = 0; round < 2; round++)
    for (const at of offices) for (const from of offices) if (at !== from) hear(at, from)
  return offices
}

const rulingOf = ({ log, known }: Office) =>
  latest(inRulingOrder(log, known))
    .map(answer => JSON.stringify([rowOf(answer), isYes(answer), isYes(answer) ? answer.id : null]))
    .toSorted()

describe('answers that several offices recorded', () => {
  it('rule alike in all of them once everybody heard everything', () => {
    fc.assert(
      fc.property(steps, history => {
        const [one, two, three] = play(history) as [Office, Office, Office]
        expect(rulingOf(two)).toEqual(rulingOf(one))
        expect(rulingOf(three)).toEqual(rulingOf(one))
      }),
      { numRuns: 3_000 },
    )
  })

  it('never let a "yes" rule that did not know of a "no" to the same question', () => {
    fc.assert(
      fc.property(steps, history => {
        for (const office of play(history)) {
          const ruling = latest(inRulingOrder(office.log, office.known)).filter(isYes)
          for (const yes of ruling) {
            const index = office.log.findIndex(({ id }) => id === yes.id)
            const unknown = office.log.filter(
              other => !isYes(other) && rowOf(other) === rowOf(yes) && !knownTo(office, index).has(other.id),
            )
            expect(unknown).toEqual([])
          }
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('stay in the order of recording where nothing came from elsewhere, and lose none', () => {
    fc.assert(
      fc.property(steps, history => {
        for (const { log, known } of play(history)) {
          expect(inRulingOrder(log, new Map())).toEqual(log)
          expect(
            inRulingOrder(log, known)
              .map(({ id }) => id)
              .toSorted(),
          ).toEqual(log.map(({ id }) => id).toSorted())
        }
      }),
    )
  })
})

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { row, talkWith } from '../consent/support.ts'
import { adds } from '../exchange/offices.ts'
import { answerTo, apartOffices, asks, elsewhere, forged, planned, questionAt, takes } from './support.ts'

/** One thing somebody does; `which` picks the file, the signer or the answer. */
const step = fc.record({
  what: fc.constantFrom(
    ...(['ask', 'ask', 'answer', 'answer', 'answer', 'take', 'take', 'take', 'takeAny'] as const),
    ...(['change', 'changeBack', 'no', 'lie', 'approveOwn', 'later'] as const),
  ),
  which: fc.nat(11),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A straight way to an open gate, with one of its steps left out or none. */
const inOrder = fc.nat(5).map((without): Step[] =>
  [
    { what: 'ask' as const, which: 0 },
    { what: 'answer' as const, which: 0 },
    { what: 'take' as const, which: 0 },
  ].filter((_, at) => at !== without),
)
const walk = fc
  .array(fc.oneof({ weight: 5, arbitrary: step.map(one => [one]) }, { weight: 1, arbitrary: inOrder }), {
    minLength: 8,
    maxLength: 16,
  })
  .map(parts => parts.flat())

/** A question that left. `version`: what it was about then; `noes`: how many noes there were. */
interface Asked {
  readonly file: string
  readonly version: string
  readonly noes: number
}

/** An answer that lies on some stick, and whether it should count: signed by whom it was sent to, saying yes to that. */
interface Answer {
  readonly file: string
  readonly to: Asked
  readonly counts: boolean
}

async function world() {
  const app = await apartOffices()
  const itemId = await planned(app)
  const third = await elsewhere('HOP-3')
  const stranger = await elsewhere('HOP-4')
  await adds(app.here, third, { role: 'HOP-3', recipientClass: 'UN_entity' })
  return { app, itemId, third, stranger }
}

type World = Awaited<ReturnType<typeof world>>

interface Story {
  readonly asked: Asked[]
  readonly answers: Answer[]
  readonly taken: Answer[]
  version: string
  noes: number
}

/** An answer by the right key or by a wrong one, to the right thing or to another. */
async function answer({ app, third, stranger }: World, story: Story, which: number): Promise<void> {
  const to = story.asked[which % story.asked.length]
  if (!to) return
  const { document, about } = await questionAt(app.there, to.file)
  const signers = [app.there, app.there, app.there, third, stranger, app.here]
  const from = signers[which % signers.length] ?? app.there
  const decision =
    (['granted', 'granted', 'declined', 'granted', 'question'] as const)[which % 5] ?? 'granted'
  const change = which === 7 ? { of: 'cd'.repeat(32) } : which === 8 ? { role: 'FP-1' } : {}
  const file = await forged({
    from,
    to: app.here,
    about,
    document: answerTo(document, { decision, ...change }),
  })
  const isTrue = Object.keys(change).length === 0
  story.answers.push({ file, to, counts: from === app.there && decision === 'granted' && isTrue })
}

async function act(here: World, story: Story, { what, which }: Step, at: number): Promise<void> {
  const { app, itemId } = here
  const { get, call, personId } = app
  switch (what) {
    case 'ask': {
      const { file, reply } = await asks(app, { itemId })
      if (reply.ok) story.asked.push({ file, version: story.version, noes: story.noes })
      return
    }
    case 'answer':
      return answer(here, story, which)
    case 'lie': {
      const one = story.asked.at(-1)
      if (!one) return
      const { document } = await questionAt(app.there, one.file)
      const about = { packageId: app.app.newId() as never, manifestSha256: 'ef'.repeat(32) }
      const file = await forged({ from: app.there, to: app.here, about, document: answerTo(document) })
      story.answers.push({ file, to: one, counts: false })
      return
    }
    case 'take':
    case 'takeAny': {
      const one = what === 'take' ? story.answers.at(-1) : story.answers[which % story.answers.length]
      if (one && (await takes(app, one.file)).ok) story.taken.push(one)
      return
    }
    case 'change':
    case 'changeBack': {
      const { draft } = await get('action.view', { actionId: itemId })
      const detail = what === 'change' ? `Plan ${at}.` : ''
      await call('action.change', { actionId: itemId, draft: { ...draft, detail } })
      story.version = detail
      return
    }
    case 'no': {
      const refused = row({ purpose: 'ngo_protection_network', recipient: 'ngo', decision: 'refused' })
      await get('consent.recordTalk', talkWith(personId, {}, [refused]))
      story.noes += 1
      return
    }
    case 'approveOwn':
      await call('action.approve', { actionId: itemId, sole: false, statement: 'Mine.' })
      return
    case 'later':
      app.moveTo(`2026-03-02T${String(12 + (at % 10)).padStart(2, '0')}:30:00.000Z`)
  }
}

it(
  'no path opens the gate but a yes, by the verified other key that was asked, to the very same thing',
  {
    timeout: 300_000,
  },
  async () => {
    let opened = 0
    await fc.assert(
      fc.asyncProperty(walk, async steps => {
        const here = await world()
        const story: Story = { asked: [], answers: [], taken: [], version: '', noes: 0 }
        for (const [at, one] of steps.entries()) {
          await act(here, story, one, at)
          const { result } = await here.app.get('action.view', { actionId: here.itemId })
          const may = story.taken.some(
            ({ counts, to }) => counts && to.version === story.version && to.noes === story.noes,
          )
          if (result.open) expect(may).toBe(true)
          if (result.open) opened += 1
        }
        const { brokenAt } = await here.app.get('record.verify', {})
        expect(brokenAt).toBeNull()
      }),
      { numRuns: 8 },
    )
    expect(opened).toBeGreaterThan(0)
  },
)

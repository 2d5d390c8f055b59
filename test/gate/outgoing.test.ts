import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { newIdentity } from '../../main/exchange/identity.ts'
import type { Sent } from '../../shared/contract.ts'
import type { ItemId, PersonId } from '../../shared/model.ts'
import type { Code } from '../../shared/vocabulary/index.ts'
import { freshFolder, intake, person, testApp } from '../support.ts'

const theirs = () => new TextEncoder().encode('seven walnut lanterns drift above quiet harbours')

let reader = ''
beforeAll(async () => void (reader = (await newIdentity('x25519')).recipient))

/** Ways something can be told: to somebody, to everybody, to the person themself. */
const addresses = [
  { purpose: 'share_UN_security', recipient: 'UN_entity', channel: 'in_person' },
  { purpose: 'media_or_public_statement', recipient: 'public', channel: 'website' },
  { purpose: 'contact_victim_again', recipient: 'person_concerned', channel: 'in_person' },
] as const

const kinds: readonly Code<'action'>[] = ['un_security_officials', 'public_advocacy', 'allegation_letter']

interface Made {
  readonly personId: PersonId
  readonly about: (typeof addresses)[number]
}

const actionOf = (
  { personId, about }: Made,
  kind: Code<'action'>,
  detail = '',
): Sent<'action.plan'>['draft'] => ({
  ...about,
  kind,
  detail,
  personIds: [personId],
  to: 'Security officials',
  identityLevel: 'role_only',
  facts: ['who', 'acts'],
  withheld: [],
  conditionsMet: [],
  expected: '',
  riskOfActing: '',
  riskOfNotActing: '',
  safetyReason: '',
  owner: 'FP-1',
  deadline: null,
  answerBy: null,
})

const briefOf = (
  about: Made['about'],
  bottomLine: string,
  withheld: readonly string[],
): Sent<'brief.start'>['draft'] => ({
  ...about,
  forRole: 'Head of presence',
  language: 'en',
  marking: 'strictly_confidential',
  caveats: [],
  validUntil: '2026-12-20',
  asked: 'decision',
  bottomLine,
  answerBy: null,
  unknowns: '',
  stateView: '',
  riskOfActing: '',
  riskOfNotActing: '',
  actionsSoFar: '',
  options: [],
  talkingPoints: [],
  followUp: '',
  withheld: [...withheld],
  conditionsMet: [],
})

/** What is held of the person, for the person. */
const sheet: Sent<'paper.start'>['draft'] = {
  kind: 'sheet',
  parts: ['held', 'agreed', 'told'],
  language: 'en',
  channel: 'in_person',
  withCode: false,
  conditionsMet: [],
  safetyReason: '',
}

const consentOf = (
  { personId, about }: Made,
  decision: Sent<'consent.record'>['decision'],
): Sent<'consent.record'> => ({
  ...about,
  personId,
  identityLevel: 'role_and_region',
  scope: 'whole_case',
  facts: [],
  document: '',
  decision,
  form: { value: 'oral_witnessed' },
  givenBy: { value: 'victim' },
  decidedOn: '2026-03-01',
  askedBy: 'FP-1',
  language: { value: 'ar' },
  interpreter: { value: false },
  risksExplained: { value: true },
  conditions: [],
  validUntil: null,
  reviewOn: null,
  evidence: '',
})

const riskOf = (personId: PersonId): Sent<'risk.assess'> => ({
  personId,
  about: 'situation',
  likelihood: 3,
  impact: 3,
  residualLikelihood: 3,
  residualImpact: 3,
  threats: [],
  vulnerabilities: [],
  capacities: [],
  uncertainties: [],
  confidence: 'medium',
  why: '',
  ownView: { none: 'not-asked' },
})

/** One thing somebody does; `which` picks the item, the address or the answer. */
const step = fc.record({
  what: fc.constantFrom(
    ...(['consent', 'consent', 'risk', 'event', 'harm', 'harm', 'approve', 'approve', 'change'] as const),
    ...(['send', 'send', 'send', 'export', 'handOver', 'hold', 'override', 'grant', 'later'] as const),
  ),
  which: fc.nat(11),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A vault of two with a case, three planned actions and two briefs that still lack everything. */
async function office() {
  const app = testApp()
  await app.create()
  const { caseId } = await app.get('case.start', {
    intake: intake({ safeContact: { value: 'usable' } }),
    fileId: null,
  })
  const { personId } = await app.get('person.add', { caseId, person: person() })
  const items: { readonly kind: 'action' | 'brief' | 'paper'; readonly id: ItemId; readonly made: Made }[] =
    []
  for (const [at, kind] of kinds.entries()) {
    const made = { personId, about: at === 1 ? addresses[1] : addresses[0] }
    const { actionId } = await app.get('action.plan', { caseId, draft: actionOf(made, kind) })
    items.push({ kind: 'action', id: actionId, made })
  }
  for (const about of addresses.slice(0, 2)) {
    const { briefId } = await app.get('brief.start', { caseId, draft: briefOf(about, 'Decide.', []) })
    items.push({ kind: 'brief', id: briefId, made: { personId, about } })
  }
  const { paperId } = await app.get('paper.start', { personId, draft: sheet })
  items.push({ kind: 'paper', id: paperId, made: { personId, about: addresses[2] } })
  await app.get('vault.addPerson', { role: 'HOP-1', duties: ['head_of_presence'], passphrase: theirs() })
  return { ...app, caseId, personId, items, folder: freshFolder() }
}

type Office = Awaited<ReturnType<typeof office>>

/** What its own page says of the gate. */
async function isOpen({ get, items }: Office, id: ItemId): Promise<boolean> {
  const kind = items.find(item => item.id === id)?.kind
  if (kind === 'paper') return (await get('paper.view', { paperId: id })).gate.open
  if (kind === 'brief') return (await get('brief.view', { briefId: id })).gate.open
  return (await get('action.view', { actionId: id })).result.open
}

/** Does one thing, allowed or not; `id` of what it would let out, or `null`. */
async function act(office: Office, { what, which }: Step, at: number): Promise<ItemId | null> {
  const { call, get, caseId, personId, items } = office
  const item = items[which % items.length]
  if (!item) return null
  const { id, kind, made } = item
  const isAction = kind === 'action'
  switch (what) {
    case 'consent': {
      const decisions = ['given', 'given', 'given', 'refused', 'withdrawn'] as const
      await call('consent.record', consentOf(made, decisions[which % 5] ?? 'given'))
      return null
    }
    case 'risk':
      await call('risk.assess', riskOf(personId))
      return null
    case 'event': {
      const happenedOn = { said: 'today', precision: 'day', from: '2026-03-01', to: '2026-03-01' } as const
      await call('risk.recordEvent', { personId, kind: 'threat', happenedOn, note: '' })
      return null
    }
    case 'harm': {
      const answers = Array.from({ length: 12 }, () => ({ answer: 'yes' as const, note: '' }))
      const validUntil = '2026-12-01'
      await call('risk.checkHarm', {
        caseId,
        itemId: id,
        answers,
        decidedBy: '',
        decisionReason: '',
        validUntil,
      })
      return null
    }
    case 'approve': {
      const given = { sole: which > 9, statement: 'Read.' }
      if (isAction) await call('action.approve', { actionId: id, ...given })
      else if (kind === 'brief') await call('brief.approve', { briefId: id, ...given })
      return null
    }
    case 'change': {
      const words = `Changed ${at}.`
      if (isAction) {
        const { draft } = await get('action.view', { actionId: id })
        await call('action.change', { actionId: id, draft: { ...draft, detail: words } })
      } else if (kind === 'paper') {
        const language = which % 2 === 0 ? 'fr' : 'ar'
        await call('paper.change', { paperId: id, draft: { ...sheet, language } })
      } else {
        const { lines } = await get('brief.view', { briefId: id })
        const withheld =
          which < 6 ? lines.filter(({ element }) => element === 'name').map(({ key }) => key) : []
        await call('brief.change', { briefId: id, draft: briefOf(made.about, words, withheld) })
      }
      return null
    }
    case 'handOver':
      await get('vault.lock', {})
      await (which % 2 === 0 ? office.unlock() : get('vault.unlock', { passphrase: theirs() }))
      return null
    case 'hold': {
      const { state } = (await get('case.view', { caseId })).case
      const held = state === 'on_hold'
      const details = { asks: 'hold', why: 'person_asks', reviewOn: '2026-12-01' } as const
      await call('case.move', {
        caseId,
        to: held ? 'draft' : 'on_hold',
        reason: 'Asked',
        details: held ? null : details,
      })
      return null
    }
    case 'override': {
      const seen = await call('override.view', { itemId: id })
      const liftable = seen.ok ? seen.value.liftable : []
      const reason = 'They are being taken away as we speak, and nobody answers.'
      const reach = { could: 'not_reached', tried: 'Three calls in one hour, and the sister.' } as const
      await call('override.ask', { itemId: id, keys: [...liftable], danger: 'killing', reason, reach })
      return null
    }
    case 'grant': {
      const [waiting] = await get('override.waiting', {})
      if (waiting)
        await call('override.answer', {
          overrideId: waiting.overrideId,
          grants: which % 3 > 0,
          words: 'I agree with the reason given.',
        })
      return null
    }
    case 'later':
      office.moveTo(
        `2026-03-${String(3 + (at % 26)).padStart(2, '0')}T${String(which).padStart(2, '0')}:00:00.000Z`,
      )
      return null
    case 'send':
      return isAction ? id : null
    case 'export':
      return isAction ? null : id
  }
}

/** Lets an item out, or is told no. */
async function leave({ app, call, shell, folder, items }: Office, id: ItemId, { what }: Step, at: number) {
  if (items.some(item => item.id === id && item.kind === 'paper')) {
    const reply = await call('paper.print', { paperId: id })
    return { ok: reply.ok && reply.value }
  }
  if (what === 'send') {
    const event = { what: 'sent', on: app.today(), note: '' } as const
    return call('action.record', { actionId: id, event })
  }
  shell.dialogs.push(join(folder, `${at}.age`))
  const reply = await call('brief.export', { briefId: id, sealFor: { keys: [reader] } })
  shell.dialogs.splice(0)
  return reply
}

/** What one item needs, in the right order, with one of the steps left out or none. */
const inOrder = fc
  .record({ which: fc.nat(5), without: fc.nat(11) })
  .map(({ which, without }): Step[] =>
    [
      { what: 'consent', which } as const,
      { what: 'risk', which } as const,
      { what: 'harm', which } as const,
      { what: 'handOver', which: 1 } as const,
      { what: 'approve', which } as const,
      { what: 'handOver', which: 0 } as const,
      { what: 'send', which } as const,
      { what: 'export', which } as const,
    ].filter((_, at) => at !== without),
  )
const walk = fc
  .array(fc.oneof({ weight: 8, arbitrary: step.map(one => [one]) }, { weight: 1, arbitrary: inOrder }), {
    minLength: 15,
    maxLength: 30,
  })
  .map(parts => parts.flat())

it('lets nothing out by any path but the gate', { timeout: 240_000 }, async () => {
  let left = 0
  await fc.assert(
    fc.asyncProperty(walk, async steps => {
      const here = await office()
      const told = async () => (await here.get('case.view', { caseId: here.caseId })).disclosures
      let before = 0
      for (const [at, one] of steps.entries()) {
        const id = await act(here, one, at)
        const open = id !== null && (await isOpen(here, id))
        const reply = id === null ? null : await leave(here, id, one, at)
        const after = await told()
        if (reply?.ok) expect(open).toBe(true)
        expect(after.length - before).toBe(reply?.ok ? 1 : 0)
        if (reply?.ok) expect(after.at(-1)?.itemId).toBe(id)
        if (reply?.ok && id) {
          left += 1
          const item = here.items.find(each => each.id === id)
          expect(item?.made.about.purpose).not.toBe('media_or_public_statement')
        }
        before = after.length
      }
    }),
    { numRuns: 16 },
  )
  expect(left).toBeGreaterThan(0)
})

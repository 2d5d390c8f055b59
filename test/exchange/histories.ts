import fc from 'fast-check'
import { expect } from 'vitest'
import type { Arrived } from '../../main/exchange/arrive.ts'
import { acts } from '../../main/act/repository.ts'
import { refFor } from '../../main/exchange/merge/compile.ts'
import { persons } from '../../main/person/repository.ts'
import { Day } from '../../shared/model.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { row } from '../consent/support.ts'
import { intake, person } from '../support.ts'
import type { TestApp } from '../support.ts'
import { lays, packed, vaultOf } from './merging.ts'
import type { Office } from './offices.ts'

type Side = 0 | 1

/** What an office does; numbers pick one of what is there. */
interface Deed {
  readonly does: keyof typeof deeds
  readonly which: number
  readonly text: number
}

interface Step extends Deed {
  readonly side: Side
}

/** One office at its desk, with the files that came for it, in no order. */
export interface Desk {
  readonly app: TestApp
  caseId: CaseId | null
  readonly inbox: Arrived[]
  readonly told: Told
}

/** What happened, for whoever asks whether anything was lost, or whether anything happened at all. */
export interface Told {
  /** What packages call every person and act that was added. */
  readonly added: Set<string>
  readonly removed: Set<string>
  readonly counts: Record<'taken' | 'older' | 'conflicts' | 'decided' | 'undone' | 'kept', number>
}

export const nothingTold = (): Told => ({
  added: new Set(),
  removed: new Set(),
  counts: { taken: 0, older: 0, conflicts: 0, decided: 0, undone: 0, kept: 0 },
})

const at = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)]

export const anAct = (personIds: readonly PersonId[], account: string) => ({
  personIds: [...personIds],
  form: 'surveillance_physical' as const,
  status: 'carried_out' as const,
  when: { said: '', precision: 'unknown' as const, from: null, to: null },
  domain: { none: 'unknown' as const },
  region: { none: 'unknown' as const },
  legalTools: [],
  perpetratorIds: [],
  account,
})

/** One answer to one question, recorded apart from a talk. */
export const anAnswer = (personId: PersonId, decision: 'given' | 'refused' | 'withdrawn') => {
  const { reviewWhen: _when, ...asked } = row({ decision })
  return {
    ...asked,
    personId,
    form: { value: 'oral_witnessed' as const },
    givenBy: { value: 'victim' as const },
    decidedOn: Day.parse('2026-03-01'),
    askedBy: 'FP-1',
    language: { value: 'ar' as const },
    interpreter: { value: false },
    risksExplained: { value: true },
    evidence: '',
  }
}

interface Scene extends Deed {
  readonly desk: Desk
  readonly other: Desk
  readonly caseId: CaseId
}

const someone = ({ desk, caseId, which }: Scene) => at(persons.ofCase(vaultOf(desk.app).db, caseId), which)
const something = ({ desk, caseId, which }: Scene) => at(acts.ofCase(vaultOf(desk.app).db, caseId), which)
const named = ({ desk }: Pick<Scene, 'desk'>, id: string) => refFor(vaultOf(desk.app))(id)

/** Everything an office may do between two files. */
const deeds = {
  async changePerson(scene: Scene) {
    const one = someone(scene)
    const { text } = scene
    const changed = person({ note: `note ${text}`, gender: { value: text % 2 ? 'woman' : 'man' } })
    if (one) await scene.desk.app.get('person.change', { personId: one.id, person: changed })
  },
  async changeIntake({ desk, caseId, text }: Scene) {
    const changed = intake({ dangerWhy: `why ${text}`, danger: text % 2 ? 'imminent' : 'none' })
    await desk.app.get('case.change', { caseId, intake: changed })
  },
  async addPerson(scene: Scene) {
    const { desk, caseId, text } = scene
    const { personId } = await desk.app.get('person.add', { caseId, person: person({ note: `new ${text}` }) })
    desk.told.added.add(named(scene, personId))
  },
  async addAct(scene: Scene) {
    const one = someone(scene)
    const { desk, caseId, text } = scene
    if (!one) return
    const { actId } = await desk.app.get('act.add', { caseId, act: anAct([one.id], `account ${text}`) })
    desk.told.added.add(named(scene, actId))
  },
  async changeAct(scene: Scene) {
    const one = something(scene)
    const { desk, text } = scene
    if (one) await desk.app.get('act.change', { actId: one.id, act: anAct(one.personIds, `other ${text}`) })
  },
  async removeAct(scene: Scene) {
    const one = something(scene)
    if (!one) return
    await scene.desk.app.get('act.remove', { actId: one.id, reason: 'typed twice' })
    scene.desk.told.removed.add(named(scene, one.id))
  },
  async answer(scene: Scene) {
    const one = someone(scene)
    const decision = (['given', 'refused', 'withdrawn'] as const)[scene.text % 3] ?? 'given'
    if (one) await scene.desk.app.call('consent.record', anAnswer(one.id, decision))
  },
  async identify(scene: Scene) {
    const one = someone(scene)
    const identity = { name: `Name ${scene.text}`, otherNames: '', contact: '', documents: '' }
    if (one)
      await scene.desk.app.call('person.identify', { personId: one.id, identity, basis: 'agreed aloud' })
  },
  async send({ desk, other, caseId }: Scene) {
    other.inbox.push(packed(desk.app, caseId))
  },
  async receive({ desk, which }: Scene) {
    await receive(desk, which)
  },
  async decide({ desk, caseId, which, text }: Scene) {
    const conflict = at(await desk.app.get('exchange.conflicts', { caseId }), which)
    if (!conflict) return
    await desk.app.get('exchange.decide', { key: conflict.key, index: text % conflict.values.length })
    desk.told.counts.decided++
  },
  async undo({ desk, caseId }: Scene) {
    const merge = (await desk.app.get('exchange.merges', { caseId })).find(({ last }) => last)
    if (!merge) return
    const reply = await desk.app.call('exchange.undo', { mergeId: merge.id, why: 'taken in too early' })
    if (!reply.ok) return
    desk.told.counts.undone++
    if (reply.value.caseGone) desk.caseId = null
  },
}

const weights: Record<keyof typeof deeds, number> = {
  changePerson: 3,
  changeIntake: 1,
  addPerson: 1,
  addAct: 2,
  changeAct: 2,
  removeAct: 2,
  answer: 2,
  identify: 1,
  send: 4,
  receive: 5,
  decide: 3,
  undo: 2,
}

const aDeed = fc.oneof(
  ...(Object.keys(weights) as (keyof typeof deeds)[]).map(does => ({
    weight: weights[does],
    arbitrary: fc.record({
      side: fc.constantFrom<Side>(0, 1),
      does: fc.constant(does),
      which: fc.nat(5),
      text: fc.nat(9),
    }),
  })),
)

/** Some of what two offices do, in any order. */
export const history: fc.Arbitrary<readonly Step[]> = fc.array(aDeed, { minLength: 6, maxLength: 18 })

let minute = 0
/** The clocks of both go on. */
function tick(desks: readonly [Desk, Desk]): void {
  const now = new Date(Date.UTC(2026, 2, 2, 12, minute++)).toISOString()
  for (const { app } of desks) app.moveTo(now)
}

/** Two offices, and a case that began in the first; then everything that happens. */
export async function play(
  offices: readonly [Office, Office],
  { steps, told }: { readonly steps: readonly Step[]; readonly told: Told },
): Promise<[Desk, Desk]> {
  const desks: [Desk, Desk] = [
    { app: offices[0].app, caseId: null, inbox: [], told },
    { app: offices[1].app, caseId: null, inbox: [], told },
  ]
  const { caseId } = await desks[0].app.get('case.start', { intake: intake(), fileId: null })
  desks[0].caseId = caseId
  await desks[0].app.get('person.add', { caseId, person: person() })
  const first = persons.ofCase(vaultOf(desks[0].app).db, caseId)[0]!
  await desks[0].app.get('act.add', { caseId, act: anAct([first.id], 'account') })
  desks[1].inbox.push(packed(desks[0].app, caseId))
  await receive(desks[1], 0)
  for (const { side, ...deed } of steps) {
    tick(desks)
    const desk = desks[side]
    if (desk.caseId)
      await deeds[deed.does]({ ...deed, desk, other: desks[side === 0 ? 1 : 0], caseId: desk.caseId })
    else if (deed.does === 'receive') await receive(desk, deed.which)
  }
  return desks
}

/** Takes in any of what lies there; what tells nothing new is refused. One in four stays there and comes again. */
async function receive(desk: Desk, which: number): Promise<void> {
  const { app, inbox, told } = desk
  const place = which % Math.max(1, inbox.length)
  const arrived = inbox[place]
  if (!arrived) return
  if (which % 4 !== 3) inbox.splice(place, 1)
  lays(app, arrived)
  const preview = await app.call('exchange.previewCase', {})
  if (!preview.ok) {
    expect(['exchange/older-than-known', 'exchange/taken-in-before']).toContain(preview.code)
    told.counts.older++
    return
  }
  const { changes } = preview.value
  const take = which % 2 ? ('ours' as const) : ('theirs' as const)
  const decisions = changes
    .filter(({ kind }) => kind === 'identity-conflict')
    .map(({ key }) => ({ key, take }))
  const taken = await app.get('exchange.takeInCase', { decisions })
  told.counts.taken++
  told.counts.conflicts += taken.conflicts
  told.counts.kept += changes.filter(({ kind }) => kind === 'kept').length
  desk.caseId = taken.caseId
}

/** Both hear everything of each other; then one decides what is open, and the other hears of it. */
export async function settle(desks: readonly [Desk, Desk]): Promise<void> {
  const [first, second] = desks
  const tell = async (from: Desk, to: Desk) => {
    tick(desks)
    if (from.caseId === null) return
    await from.app.call('case.setUrgent', { caseId: from.caseId, urgent: true, reason: 'a newer state' })
    to.inbox.splice(0, to.inbox.length, packed(from.app, from.caseId))
    await receive(to, 1)
  }
  await tell(first, second)
  await tell(second, first)
  await tell(first, second)
  if (first.caseId === null) return
  for (const { key } of await first.app.get('exchange.conflicts', { caseId: first.caseId })) {
    await first.app.get('exchange.decide', { key, index: 0 })
    first.told.counts.decided++
  }
  await tell(first, second)
}

import { contract, isName } from '../../shared/contract.ts'
import type { Name } from '../../shared/contract.ts'
import { answer } from '../../main/door.ts'
import { z } from '../../shared/zod.ts'
import { newAppDesk, passphraseOf, quickKdf } from '../bench/desk.ts'
import type { AppDesk } from '../bench/desk.ts'
import { actOf, engagementOf, intakeOf, personOf } from '../bench/drafts.ts'
import type { Budget, Outcome } from './frame.ts'
import { mutatedValue, placesIn, replacedAt, valueAt, wrongValues } from './hostile/mutateValue.ts'
import { oneOf } from './hostile/mutate.ts'
import type { Random } from './hostile/mutate.ts'
import { sampleOf } from './hostile/sample.ts'
import type { Making } from './hostile/sample.ts'
import { naughty } from './hostile/seeds.ts'

/*
 * A page that was taken over asks everything, rightly and wrongly: the door must answer each call with a value of the
 * promised form or with a "no", never with a fault, never let in what is not of its form, and leave a record that verifies.
 */

/** Operations that end the vault or take seconds of work by design; what they are given is still tried, wrongly only. */
const onlyWrongly = /^vault\.(lock|erase|create|unlock|panic)|^practice\./

const oddNames: readonly unknown[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'case.list\0',
  'Case.list',
  ' case.list',
  'case.',
  null,
  1,
  {},
  ['case.list'],
  new String('case.list'),
  'x'.repeat(1e5),
  Symbol.iterator,
]

/** Values no schema of the contract takes anywhere. */
const impossible: readonly unknown[] = [new Map(), new Date(0), 10n, '\ud800', 'a\0b', NaN, Infinity]

const schemas = new Map<Name, Parameters<typeof sampleOf>[0]>()
/** The form of an operation's input as JSON Schema. */
export function schemaOf(name: Name): Parameters<typeof sampleOf>[0] {
  const known = schemas.get(name)
  if (known) return known
  const schema = z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' })
  schemas.set(name, schema as Parameters<typeof sampleOf>[0])
  return schema as Parameters<typeof sampleOf>[0]
}

/** Every operation's name. */
export const names = Object.keys(contract).filter(isName)

/** A vault with two cases in it, and the ids a page could know. */
export async function openDesk(folder: string): Promise<{ desk: AppDesk; ids: string[] }> {
  const desk = newAppDesk({ folder, kdf: quickKdf })
  await desk.get('vault.create', { passphrase: passphraseOf(0), officer: 'FP-1' })
  const ids = ['00000000-0000-4000-8000-000000000000']
  for (const n of [1, 2]) {
    const { caseId } = await desk.get('case.start', { intake: intakeOf(n), fileId: null })
    const { personId } = await desk.get('person.add', { caseId, person: personOf(n) })
    await desk.get('engagement.add', { caseId, engagement: engagementOf(n, [personId]) })
    await desk.get('act.add', { caseId, act: actOf(n, [personId]) })
    const view = JSON.stringify(await desk.get('case.view', { caseId }))
    ids.push(caseId, ...(view.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []))
  }
  return { desk, ids: [...new Set(ids)] }
}

interface Call {
  readonly name: unknown
  readonly input: unknown
  /** Whether anything but a "no" is wrong. */
  readonly isWrong: boolean
}

/** An input with something in one place that no schema takes. */
function withImpossible(input: unknown, random: Random): unknown {
  const places = placesIn(input)
  const place = oneOf(random, places)
  const there = valueAt(input, place)
  const isObject =
    typeof there === 'object' && there !== null && !Array.isArray(there) && !ArrayBuffer.isView(there)
  if (!isObject) return replacedAt(input, place, oneOf(random, impossible))
  const key = oneOf(random, ['nobodyAskedForThis', 'constructor', 'toString'])
  const more =
    random() < 0.5
      ? { ...there, [key]: 1 }
      : JSON.parse(JSON.stringify({ ...there, x: 1 }).replace('"x":1', '"__proto__":{"admin":true}'))
  return replacedAt(input, place, more)
}

/** The next call: an odd name, an input nearly right, a right one with one thing that cannot be, or anything at all. */
export function nextCall(making: Making): Call {
  const { random } = making
  if (random() < 0.03) return { name: oneOf(random, oddNames), input: {}, isWrong: true }
  const name = oneOf(random, names)
  const input = sampleOf(schemaOf(name), making)
  const kind = random()
  if (kind < 0.35) return { name, input: withImpossible(input, random), isWrong: true }
  if (kind < 0.45 || onlyWrongly.test(name))
    return { name, input: oneOf(random, [...wrongValues.slice(0, 14), [[]], 'x']), isWrong: false }
  if (kind < 0.75) return { name, input: mutatedValue(input, random, wrongValues), isWrong: false }
  return { name, input, isWrong: false }
}

const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string(), field: z.string().optional() }),
])

/** What was wrong with the answer to one call; `null` when nothing was. */
export async function problemWith(desk: AppDesk, { name, input, isWrong }: Call): Promise<string | null> {
  const called = typeof name === 'string' ? name.slice(0, 60) : typeof name
  const given = await answer(desk.app, name, input).catch((error: unknown) => ({ thrown: String(error) }))
  const reply = Reply.safeParse(given)
  if (!reply.success) return `${called}: no reply`
  if (!reply.data.ok && reply.data.code === 'fault')
    return `${called}: a fault: ${desk.faults.splice(0).join(' ').slice(0, 300)}`
  if (reply.data.ok && isWrong) return `${called}: accepted what is not of its form`
  if (reply.data.ok && isName(name) && !contract[name].output.safeParse(reply.data.value).success)
    return `${called}: an answer not of its form`
  return null
}

/** So many calls on one open vault. @returns what was found; the record is verified at the end. */
export async function callMany(
  desk: AppDesk,
  { calls, making, isOver }: { readonly calls: number; readonly making: Making; isOver(): boolean },
): Promise<Outcome> {
  const problems: string[] = []
  let made = 0
  let wrong = 0
  for (; made < calls && !isOver(); made++) {
    const call = nextCall(making)
    wrong += Number(call.isWrong)
    const problem = await problemWith(desk, call)
    if (problem !== null && !problems.includes(problem)) problems.push(problem)
    if (!desk.app.desk.vault) await desk.call('vault.unlock', { passphrase: passphraseOf(0) })
  }
  const record = await desk.call('record.verify', {})
  if (!record.ok) problems.push(`the record was not verified: ${record.code}`)
  else if (
    JSON.stringify(record.value).includes('"brokenAt":') &&
    !/"brokenAt":null/.test(JSON.stringify(record.value))
  )
    problems.push('the record does not verify any more')
  const accepted = problems.filter(problem => problem.includes('accepted')).length
  const faults = problems.filter(problem => problem.includes('fault')).length
  return {
    problems,
    figures: { calls: made, calls_wrong: wrong, calls_accepted_wrong: accepted, calls_faults: faults },
  }
}

/** One round: a fresh vault and a few thousand calls. */
export async function runDoor(budget: Budget): Promise<Outcome> {
  const { desk, ids } = await openDesk(`${budget.parent}/door.vigil`)
  const words = ['', 'P1', 'A1', 'words', ...naughty()]
  const told = await callMany(desk, {
    calls: 4_000,
    making: { random: budget.random, ids, words },
    isOver: () => budget.isOver(),
  })
  await desk.call('vault.lock', {})
  budget.say(`  ${told.figures.calls} calls, ${told.problems.length} problems`)
  return told
}

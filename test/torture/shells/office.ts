// Run by test/torture/shells.ts: Vigil in a real window, at work through the page's own bridge until somebody ends the
// vault process, the page, the window or all of it. `node office.ts FOLDER SEED`. Says one JSON a line, see `Word`.
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { launch } from '../../e2e/launch.ts'
import type { Launched } from '../../e2e/launch.ts'
import { passphraseOf } from '../../bench/passphrase.ts'
import { intakeOf, personOf } from '../../bench/drafts.ts'
import { ask } from '../../e2e/steps/look.ts'
import type { Reply } from '../../../shared/refusal.ts'

/** What an office says. */
export type Word =
  /** It is open and at work. */
  | { readonly open: true }
  | { readonly doing: string; readonly text: string }
  | { readonly did: string; readonly text: string }
  /** The vault was locked under its hands; it is open again. `text`: what the case says now. */
  | { readonly back: string; readonly calledWrong: number }
  | { readonly failed: string }

const say = (word: Word) => void writeSync(1, `${JSON.stringify(word)}\n`)

/** A call was cut off: the vault process, the page or the window ended under it. */
class CutOff extends Error {}

async function get<T = unknown>({ page }: Launched, name: string, input: unknown): Promise<T> {
  const reply = await ask(page, name, input).catch((error: unknown) => {
    throw new CutOff(String(error))
  })
  const { ok } = reply as Reply<T>
  if (ok) return (reply as { readonly value: T }).value
  const { code } = reply as { readonly code: string }
  if (code === 'vault/locked') throw new CutOff(code)
  throw new Error(`${name} refused: ${code}`)
}

let calledWrong = 0

/** Opens the vault as soon as the fresh page is there; makes it when there is none. */
async function enter(vigil: Launched): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      const { state } = await get<{ state: string }>(vigil, 'vault.state', {})
      const passphrase = passphraseOf(0)
      if (state === 'none') await get(vigil, 'vault.create', { passphrase, officer: 'FP-1' })
      else if (state === 'locked') await get(vigil, 'vault.unlock', { passphrase })
      else return
    } catch (error) {
      if (error instanceof Error && error.message.includes('wrong-passphrase')) calledWrong += 1
      if (tries > 40) throw error
      await pause(250)
    }
}

interface Listed {
  readonly id: string
}

async function work(vigil: Launched): Promise<void> {
  const [first] = (await get<{ lines: readonly Listed[] }>(vigil, 'case.list', {})).lines
  const caseId = first?.id ?? (await makeCase(vigil))
  const view = await get<{ case: { account: string } }>(vigil, 'case.view', { caseId })
  say({ back: view.case.account, calledWrong })
  for (let n = 0; ; n++) {
    const text = `${process.pid} ${n} ${Math.random()}`
    if (n % 9 === 8)
      await act(vigil, { name: 'person.add', input: { caseId, person: personOf(n) }, text: '' })
    const input = { caseId, intake: { ...intakeOf(n), account: text } }
    await act(vigil, { name: 'case.change', input, text })
  }
}

interface Act {
  readonly name: string
  readonly input: unknown
  readonly text: string
}

async function act(vigil: Launched, { name, input, text }: Act): Promise<void> {
  say({ doing: name, text })
  await get(vigil, name, input)
  say({ did: name, text })
}

async function makeCase(vigil: Launched): Promise<string> {
  say({ doing: 'case.start', text: '' })
  const { caseId } = await get<{ caseId: string }>(vigil, 'case.start', {
    intake: intakeOf(0),
    fileId: null,
  })
  say({ did: 'case.start', text: intakeOf(0).account })
  return caseId
}

/** Goes on after every cut, as a person would: opens the vault again. */
async function live(vigil: Launched): Promise<never> {
  for (;;)
    try {
      await enter(vigil)
      say({ open: true })
      await work(vigil)
    } catch (error) {
      if (!(error instanceof CutOff)) throw error
      await pause(100)
    }
}

try {
  const vigil = await launch({ vaultFolder: process.argv[2] ?? '' })
  vigil.page.context().once('close', () => void vigil.close().then(() => process.exit(0)))
  await live(vigil)
} catch (error) {
  say({ failed: String(error) })
  process.exitCode = 1
}

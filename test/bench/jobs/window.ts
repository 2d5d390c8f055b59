import { setTimeout as wait } from 'node:timers/promises'
import type { ChromiumShell } from '../../../main/chromium.ts'
import { passphraseOf } from '../desk.ts'
import { foundOf, type Found, type Job, type LeftOut } from '../job.ts'
import { inTurn, sampleOf, timed, type Sample } from '../measure.ts'
import type { Office } from '../office.ts'
import { emptyShell, enter, noWindow, untilHome, untilLocked, vigil } from '../shell.ts'
import { openPlain } from '../vault/plain.ts'
import { pageSql } from './list.ts'
import { argon, withKeys } from './vault.ts'

/** Closes a shell whatever came of it. */
async function within<T>(shell: ChromiumShell, work: (shell: ChromiumShell) => Promise<T>): Promise<T> {
  try {
    return await work(shell)
  } finally {
    await shell.close()
  }
}

/** From the start of the program to a field for the passphrase. */
async function starting(office: Office): Promise<Found | LeftOut> {
  const none = noWindow(office)
  if (none) return none
  await office.shut()
  withKeys(office, 'strong')
  const until = (start: () => Promise<ChromiumShell>) => async () => {
    const at = performance.now()
    return within(await start(), async shell => {
      await untilLocked(shell)
      return performance.now() - at
    })
  }
  const both = { ours: until(() => vigil(office)), reference: until(() => emptyShell(office)) }
  return foundOf(await inTurn(both, { rounds: Math.min(5, office.rounds) }))
}

/** Milliseconds between two keys of a passphrase: faster than anybody types. What is read meanwhile is read while nobody waits. */
const betweenKeys = 30

/** From Enter to the first screen with what is due, the key derivation taken off. */
async function entering(office: Office): Promise<Found | LeftOut> {
  const none = noWindow(office)
  if (none) return none
  await office.shut()
  withKeys(office, 'strong')
  const ours = async () =>
    within(await vigil(office), async shell => {
      await untilLocked(shell)
      const field = shell.page.locator('input[type=password]').first()
      await field.pressSequentially(new TextDecoder().decode(passphraseOf(0)), { delay: betweenKeys })
      const took = await timed(async () => {
        await field.press('Enter')
        await untilHome(shell)
      })
      return Math.max(0, took - (await timed(argon)))
    })
  const reference = async () =>
    within(await emptyShell(office), async shell =>
      timed(async () => {
        const db = openPlain(office.plainPath)
        db.prepare(pageSql).all()
        db.close()
        await shell.page.reload()
        await untilLocked(shell)
      }),
    )
  return foundOf(await inTurn({ ours, reference }, { rounds: Math.min(3, office.rounds) }))
}

/** Runs in the page: notes how long every key takes until what it changed is drawn. */
function watchKeys(): void {
  const took: number[] = []
  Object.assign(globalThis, { took })
  const noted = ({ timeStamp }: Event) =>
    requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - timeStamp), 0))
  document.addEventListener('keydown', noted, true)
}

const tookInPage = () => (globalThis as unknown as { took: number[] }).took.splice(0)

/** Types so many keys into the field that narrows the list. */
async function typing({ page }: ChromiumShell, keys: number): Promise<Sample> {
  const field = page.locator('main input').first()
  await field.click()
  await page.evaluate(tookInPage)
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'Z' : 'Backspace')
    await wait(30)
  }
  await wait(200)
  return sampleOf(await page.evaluate(tookInPage))
}

/** Verifies the record again and again until somebody stops it. */
async function verifyUntil({ relay }: ChromiumShell, signal: AbortSignal): Promise<void> {
  for (let i = 0; !signal.aborted && i < 100; i++) await relay.call('record.verify', {})
}

async function latency(office: Office): Promise<Found | LeftOut> {
  const none = noWindow(office)
  if (none) return none
  await office.shut()
  withKeys(office, 'strong')
  return within(await vigil(office), async shell => {
    await enter(shell, passphraseOf(0))
    await shell.page.evaluate(() => void (location.hash = '/cases'))
    await shell.page.locator('main input').first().waitFor()
    await wait(500)
    await shell.page.evaluate(watchKeys)
    const reference = await typing(shell, 150)
    const typed = new AbortController()
    const task = verifyUntil(shell, typed.signal)
    const ours = await typing(shell, 150)
    typed.abort()
    await shell.relay.call('record.stopChecking', {})
    await task
    return { ours, reference: { ...reference, median: reference.p99 } }
  })
}

/** Runs in the page: scrolls what scrolls by a row or two a frame, and says how long each frame took. */
function scroll(frames: number): Promise<number[]> {
  const taller = (a: Element, b: Element) =>
    b.scrollHeight - b.clientHeight - (a.scrollHeight - a.clientHeight)
  const [box] = [...document.querySelectorAll('main, main *')]
    .filter(one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY))
    .toSorted(taller)
  return new Promise(resolve => {
    const took: number[] = []
    let before = performance.now()
    const frame = (now: number) => {
      took.push(now - before)
      before = now
      ;(box ?? document.scrollingElement)?.scrollBy(0, 90)
      if (took.length < frames) requestAnimationFrame(frame)
      else resolve(took.slice(5))
    }
    requestAnimationFrame(frame)
  })
}

async function scrolling(office: Office): Promise<Found | LeftOut> {
  const none = noWindow(office)
  if (none) return none
  await office.shut()
  withKeys(office, 'strong')
  return within(await vigil(office), async shell => {
    await enter(shell, passphraseOf(0))
    await shell.page.evaluate(() => void (location.hash = '/cases'))
    await shell.page.locator('main [role=row], main tr').nth(5).waitFor()
    await wait(500)
    const ours = sampleOf(await shell.page.evaluate(scroll, 400))
    return within(await emptyShell(office), async empty => {
      await untilLocked(empty)
      return { ours, reference: sampleOf(await empty.page.evaluate(scroll, 200)) }
    })
  })
}

/** These go by the clock of this machine: what is measured after them would find its own clock set back. */
export const windowJobs: readonly Job[] = [
  {
    name: 'window: start to the unlock screen',
    beside: 'an empty window of the same shell',
    unit: 'ms',
    goal: 1.3,
    why: 'half a megabyte of programs and as much of sentences are handed to Chromium by its driver, compiled, and drawn by React for the first time; the empty page is one field.',
    run: starting,
  },
  {
    name: 'window: unlock to a usable home screen, key derivation apart',
    beside: 'plain SQLite opened, one page of 50, and an empty page drawn',
    unit: 'ms',
    goal: 2,
    grows: true,
    why: 'the desk and its first tables are drawn by React for the first time, after three questions to the vault, which reads its schema first; the empty page draws one field and asks nothing. The passphrase is typed at 30 ms a key; pasted, the desk is not read yet and the wait is longer by that.',
    run: entering,
  },
  {
    name: 'window: from a key to the next frame while the record is verified',
    beside: 'the slowest of 100 keys while nothing runs',
    unit: 'ms',
    goal: null,
    most: 50,
    run: latency,
  },
  {
    name: 'window: a frame while the list of cases is scrolled',
    beside: 'an empty window of the same shell',
    unit: 'ms',
    goal: null,
    most: 32,
    why: 'one frame in a hundred is missed: the rows that come into sight are asked for and drawn while the page moves.',
    run: scrolling,
  },
]

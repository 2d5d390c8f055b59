import { afterEach, expect, it, vi } from 'vitest'
import { useSession } from '../../renderer/session.ts'
import type { Name, Sent } from '../../shared/contract.ts'
import { testApp, type TestApp } from '../support.ts'

/*
 * From the answered unlock to the first screen, the page asks the vault for what it draws. Every question that waits for the
 * answer to another is a time in which nothing is seen.
 */

afterEach(() => vi.unstubAllGlobals())

/** A window without a page in front of a vault: what is asked through it, and how many answers had come by then. */
function windowBefore(app: TestApp) {
  const asked = new Map<string, number>()
  const place = { hash: '#/' }
  let answers = 0
  const call = async <N extends Name>(name: N, input: Sent<N>) => {
    asked.set(name, answers)
    const reply = await app.call(name, input)
    answers += 1
    return reply
  }
  vi.stubGlobal('window', {
    vigil: { call },
    location: place,
    history: { replaceState: (_: null, title: string, hash: string) => void (place.hash = title + hash) },
  })
  return { asked, place }
}

it('asks all it needs at once when a vault was opened, and what is due is among it', async () => {
  const app = testApp()
  const opened = await app.create()
  const { asked, place } = windowBefore(app)
  await useSession.getState().refresh(opened)
  expect([...asked.keys()].toSorted()).toEqual(['case.dues', 'settings.lists', 'vault.draft'])
  expect([...asked.values()]).toEqual([0, 0, 0])
  expect(place.hash).toBe('#/today')
  expect(useSession.getState().vault?.officer).toBe('FP-1')
})

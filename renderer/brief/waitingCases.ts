import { useEffect, useState } from 'react'
import type { CaseLine } from '../../shared/case/model.ts'
import type { LineKey } from '../../shared/lines/model.ts'
import { call } from '../api.ts'

/** Cases with a brief that left and was not answered, and those with an answer, the last changed first. */
async function waitingCases(): Promise<readonly CaseLine[] | null> {
  const found: CaseLine[] = []
  for (let after: LineKey | null | undefined; after !== null;) {
    const reply = await call('case.list', {
      sort: { column: 'waiting', ascending: true },
      page: after ? { from: 'after', key: after } : { from: 'first' },
      limit: 200,
    })
    if (!reply.ok) return null
    const { lines, next } = reply.value
    found.push(...lines.filter(({ waiting }) => waiting !== null))
    after = lines.at(-1)?.waiting === null ? null : next
  }
  return found.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
}

/** The same for a screen; `null` until they are there. */
export function useWaitingCases(): { value: readonly CaseLine[] | null; again: () => void } {
  const [value, setValue] = useState<readonly CaseLine[] | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isWanted = true
    const load = async () => {
      const cases = await waitingCases()
      if (isWanted) setValue(cases)
    }
    void load()
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again when told to
  }, [turn])
  return { value, again: () => setTurn(turn + 1) }
}

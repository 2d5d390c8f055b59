import { useEffect, useState } from 'react'
import type { CaseId } from '../../shared/model.ts'
import { call } from '../api.ts'

/** The neutral codes of the rows of a case, by id; nothing is known of a case that is not here yet. */
export function useCodeOf(caseId: CaseId | null): (id: string) => string | null {
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    if (caseId === null) return
    const load = async () => {
      const reply = await call('case.view', { caseId })
      if (!reply.ok) return
      const { persons, perpetrators } = reply.value
      setCodes(new Map([...persons, ...perpetrators].map(({ id, label }) => [id, label])))
    }
    void load()
  }, [caseId])
  return id => codes.get(id) ?? null
}

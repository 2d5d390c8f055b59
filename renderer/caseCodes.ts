import { useEffect, useState } from 'react'
import type { CaseId } from '../shared/model.ts'
import { call } from './api.ts'

/** So many codes come at once. */
const most = 500

/** The codes of these cases, as far as whoever is at the desk reads them; each is asked for once. */
export function useCaseCodes(ids: readonly (CaseId | null)[]): ReadonlyMap<string, string> {
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map())
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const missing = [...new Set(ids)].filter(id => id !== null).filter(id => !asked.has(id))
  const wanted = missing.slice(0, most).join(' ')
  useEffect(() => {
    if (wanted === '') return undefined
    let isWanted = true
    const load = async () => {
      const caseIds = wanted.split(' ') as CaseId[]
      const reply = await call('case.codes', { caseIds })
      if (!isWanted) return
      setAsked(before => new Set([...before, ...caseIds]))
      if (reply.ok)
        setCodes(before => new Map([...before, ...reply.value.map(({ id, code }) => [id, code] as const)]))
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [wanted])
  return codes
}

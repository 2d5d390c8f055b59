import { useEffect, useMemo, useState } from 'react'
import type { MergePreview } from '../../shared/exchange/preview.ts'
import { call } from '../api.ts'

/** The neutral codes of the rows of a case and of those that come, by id. */
export function useCodeOf({
  caseId,
  changes,
}: Pick<MergePreview, 'caseId' | 'changes'>): (id: string) => string | null {
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
  const come = useMemo(() => new Map(changes.flatMap(codeThatComes)), [changes])
  return id => codes.get(id) ?? come.get(id) ?? null
}

/** The key of a new row names it as others do. */
const codeThatComes = ({ kind, key, label }: MergePreview['changes'][number]): [string, string][] =>
  kind === 'added' && label !== '' ? [[key.split(':')[1] ?? '', label]] : []

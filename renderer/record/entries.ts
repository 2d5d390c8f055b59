import { useState } from 'react'
import type { Entry } from '../../shared/record/model.ts'
import { useAnswer, useAsking } from '../asking.ts'
import { useCaseCodes } from '../caseCodes.ts'
import type { Refusal } from '../openCase.ts'

/** How many entries come at once. */
const atOnce = 100

/** The entries on the screen, newest first, of every case or of one. */
export interface Entries {
  readonly rows: readonly Entry[]
  readonly loaded: boolean
  /** Whether there may be older ones. */
  readonly more: boolean
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly caseId: string | null
  readonly show: (caseId: string | null) => Promise<void>
  readonly loadOlder: () => Promise<void>
  /** The code of a case; `null` for what is about no case. */
  readonly codeOf: (caseId: string | null) => string | null
}

/** Loads the record piece by piece. */
export function useEntries(): Entries {
  const { busy, refusal, ask } = useAsking()
  const first = useAnswer('record.list', { caseId: null, before: null })
  const [pieces, setPieces] = useState<readonly (readonly Entry[])[] | null>(null)
  const [caseId, setCaseId] = useState<string | null>(null)

  const shown = pieces ?? (first.value ? [first.value] : [])
  const rows = shown.flat()
  const codes = useCaseCodes(rows.map(entry => entry.caseId))
  const load = async (of: string | null, before: number | null) => {
    const reply = await ask('record.list', { caseId: of, before })
    if (reply.ok) setPieces([...(before === null ? [] : shown), reply.value])
  }
  const show = async (of: string | null) => {
    setCaseId(of)
    await load(of, null)
  }
  return {
    rows,
    loaded: shown.length > 0,
    more: shown.at(-1)?.length === atOnce,
    busy,
    refusal: refusal ?? first.refusal,
    caseId,
    show,
    loadOlder: () => load(caseId, rows.at(-1)?.seq ?? null),
    codeOf: id => (id === null ? null : (codes.get(id) ?? null)),
  }
}

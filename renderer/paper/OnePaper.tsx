import { useEffect, useState, type ReactNode } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import type { Output } from '../../shared/contract.ts'
import type { Person } from '../../shared/person/model.ts'
import { call } from '../api.ts'
import { GonePage } from '../CasePage.tsx'

/** What every page of one paper is given. */
export interface PaperProps {
  readonly view: CaseView
  readonly person: Person
  readonly paper: Output<'paper.view'>
}

interface OnePaperProps {
  readonly view: CaseView
  readonly paperId: string
  readonly children: (shown: PaperProps) => ReactNode
}

/** Loads one paper, afresh whenever the case was loaded afresh. */
export function OnePaper({ view, paperId, children }: OnePaperProps) {
  const [paper, setPaper] = useState<Output<'paper.view'> | 'gone' | null>(null)
  useEffect(() => {
    let wanted = true
    void call('paper.view', { paperId }).then(reply => {
      if (wanted) setPaper(reply.ok ? reply.value : 'gone')
    })
    return () => {
      wanted = false
    }
    // The view is another one after every command.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [view, paperId])
  if (paper === null) return null
  const person = paper === 'gone' ? undefined : view.persons.find(({ id }) => id === paper.personId)
  if (paper === 'gone' || !person) return <GonePage view={view} code="paper/gone" />
  return children({ view, person, paper })
}

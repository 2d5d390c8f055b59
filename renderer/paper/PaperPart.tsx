import { GonePage } from '../CasePage.tsx'
import { NobodyYet } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { FilePage } from './FilePage.tsx'
import { OnePaper } from './OnePaper.tsx'
import { PaperForm } from './PaperForm.tsx'
import { PaperList } from './PaperList.tsx'
import { PaperPage } from './PaperPage.tsx'
import { PrintPage } from './PrintPage.tsx'
import { ReadPage } from './ReadPage.tsx'

/**
 * Papers for the persons. An item is `read-`, `sheet-` or `plan-<person>`: what we hold on the screen, a new paper; or a
 * paper, by itself or as `change-`, `print-` or `file-<paper>`.
 */
export function PaperPart({ view, item }: PartProps) {
  const text = useText()
  const [, task = '', id = ''] = /^(?:([a-z]+)-)?([\da-f-]{36})$/.exec(item ?? '') ?? []
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('papers.title')} />
  if (item === null) return <PaperList view={view} />

  const person = view.persons.find(one => one.id === id)
  if (person && task === 'read') return <ReadPage view={view} person={person} />
  if (person && (task === 'sheet' || task === 'plan'))
    return <PaperForm view={view} person={person} kind={task} />
  if (person || !view.papers.some(one => one.id === id)) return <GonePage view={view} code="paper/gone" />
  return (
    <OnePaper view={view} paperId={id}>
      {shown => {
        if (task === 'change')
          return (
            <PaperForm view={view} person={shown.person} kind={shown.paper.draft.kind} paper={shown.paper} />
          )
        if (task === 'print') return <PrintPage {...shown} />
        if (task === 'file') return <FilePage {...shown} />
        return <PaperPage {...shown} />
      }}
    </OnePaper>
  )
}

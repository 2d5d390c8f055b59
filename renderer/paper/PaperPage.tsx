import { useState } from 'react'
import type { Finding } from '../../shared/gate/model.ts'
import type { PaperKind, PaperView } from '../../shared/paper/model.ts'
import { Alikes, AnsweredAlikes, type SoundsLike } from '../Alikes.tsx'
import { CasePage } from '../CasePage.tsx'
import { ConfirmedConditions, OpenConditions } from '../Conditions.tsx'
import { FindingCards } from '../FindingCards.tsx'
import { useDo, useLeave } from '../FormPage.tsx'
import { useCase } from '../openCase.ts'
import type { Stoppable } from '../outward.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Button, Link, Notice, Row, Section, Stack } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import type { PaperProps } from './OnePaper.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { papersPlace, titleOf } from './paperText.ts'

/** One paper: what stops it, what stands on it, and how it leaves; afterwards, what left. */
export function PaperPage(props: PaperProps) {
  const { view, person, paper } = props
  const text = useText()
  const [pages, setPages] = useState(0)
  const isHere = paper.left === null && paper.printingSince === null
  const isTooLong = pages > most[paper.draft.kind]
  return (
    <CasePage
      view={view}
      title={titleOf(text, paper.draft.kind, person)}
      under={{ label: text('papers.title'), href: papersPlace(view) }}
      width="wide"
      actions={isHere && <Link href={papersPlace(view, `change-${paper.id}`)}>{text('papers.change')}</Link>}
    >
      {paper.left && (
        <Notice tone="safe">
          {text(`papers.left.${paper.left.way}`, { moment: text.moment(paper.left.at) })}
        </Notice>
      )}
      {paper.printingSince !== null && <Settle paper={paper} since={paper.printingSince} />}
      {isHere && <Stops {...props} />}
      {isHere && <Sounding {...props} />}
      {isHere && isTooLong && (
        <Notice tone="stop" live>
          {text('papers.tooLong', { pages, most: most[paper.draft.kind] })}
        </Notice>
      )}
      {isHere && paper.gate.open && !isTooLong && paper.alike.every(({ reason }) => reason !== null) && (
        <Leave {...props} />
      )}
      <OnIt {...props} onPages={setPages} />
    </CasePage>
  )
}

const most: Readonly<Record<PaperKind, number>> = { plan: 1, sheet: 2 }

/** What the sheet below shows: as it would be, as the printer has it, as it left. */
const shownAs = ({ left, printingSince }: PaperView) =>
  left ? 'papers.wasOnIt' : printingSince === null ? 'papers.onIt' : 'papers.givenOnIt'

function OnIt({ paper, person, onPages }: PaperProps & { readonly onPages: (pages: number) => void }) {
  const text = useText()
  const shown = shownAs(paper)
  const names = [...new Set(paper.leftOut.map(one => one.names))]
  return (
    <Section title={text(shown)}>
      {shown === 'papers.onIt' &&
        names.map(one => (
          <Notice key={one} tone="care" title={text('papers.leftOut', { parts: partsOff(paper, one) })}>
            {text(`papers.leftOut.${one}`, { code: person.label })}
          </Notice>
        ))}
      <PaperSheet document={paper.document} onPages={onPages} />
    </Section>
  )

  function partsOff({ leftOut }: PaperView, why: string): string {
    const parts = leftOut.filter(one => one.names === why).map(({ part }) => text(`sheet.part.${part}`))
    return [...new Set(parts)].join(text('form.listComma'))
  }
}

/** What stops it: each reason once, with who can resolve it and the way there. */
function Stops({ view, paper }: PaperProps) {
  const text = useText()
  const done = useDo()
  const { draft, gate } = paper
  const ask = (personId: string) => placeOf(view, 'consent', `new-${personId}-${draft.channel}`)
  const of: Stoppable = {
    kind: 'paper',
    id: paper.id,
    view,
    conditionsMet: draft.conditionsMet,
    places: {
      item: papersPlace(view, paper.id),
      content: papersPlace(view, `change-${paper.id}`),
      harm: `${papersPlace(view, paper.id)}/harm`,
      approval: papersPlace(view, paper.id),
      publication: null,
      ask,
    },
    change: ({ conditionsMet = draft.conditionsMet }) =>
      done('paper.change', { paperId: paper.id, draft: { ...draft, conditionsMet: [...conditionsMet] } }),
  }
  const blocked = gate.lines.flatMap(line => (line.verdict === 'blocked' ? line.findings : []))
  const findings = onlyOnce([...blocked, ...gate.findings])
  if (findings.length === 0 && draft.conditionsMet.length === 0) return null
  const open = findings.filter(({ reason }) => reason === 'condition-not-met')
  return (
    <Stack gap={24}>
      <FindingCards of={of} findings={findings.filter(one => !open.includes(one))} />
      {open.length > 0 && (
        <Section title={text('papers.conditions')} lead={text('papers.conditionsLead')}>
          <OpenConditions of={of} findings={open} />
        </Section>
      )}
      <ConfirmedConditions of={of} />
    </Stack>
  )
}

const onlyOnce = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (one, at) =>
      findings.findIndex(other => other.reason === one.reason && other.personId === one.personId) === at,
  )

/** Words on it that may be a name in another spelling. */
function Sounding({ view, paper }: PaperProps) {
  const text = useText()
  const done = useDo()
  const { draft, id: paperId } = paper
  const of: SoundsLike = {
    alike: paper.alike,
    notMeant: draft.notMeant ?? [],
    view,
    whereIs: part => text(`sheet.part.${part}`),
    change: notMeant => done('paper.change', { paperId, draft: { ...draft, notMeant } }),
  }
  return (
    <>
      <Alikes of={of} />
      <AnsweredAlikes of={of} />
    </>
  )
}

function Leave({ view, paper }: PaperProps) {
  const text = useText()
  return (
    <Section title={text('papers.leave')} lead={text('papers.leaveLead')}>
      <Row gap={16}>
        <Link kind="button" href={papersPlace(view, `print-${paper.id}`)}>
          {text('papers.print')}
        </Link>
        <Link href={papersPlace(view, `file-${paper.id}`)}>{text('papers.file')}</Link>
      </Row>
    </Section>
  )
}

/** Vigil was locked before the printer answered: somebody says whether it came out. */
function Settle({ paper, since }: { readonly paper: PaperView; readonly since: string }) {
  const text = useText()
  const leave = useLeave()
  const refusal = useCase(state => state.refusal)
  const view = useCase(state => state.view)
  const done = useDo()
  const say = async (printed: boolean) => {
    const settled = await done('paper.settle', { paperId: paper.id, printed })
    if (settled && view) leave(papersPlace(view, paper.id), text('papers.settled'))
  }
  return (
    <Stack gap={12}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Notice
        tone="care"
        title={text('papers.settle', { moment: text.moment(since) })}
        actions={
          <>
            <Button onPress={() => void say(true)}>{text('papers.settle.yes')}</Button>
            <Button onPress={() => void say(false)}>{text('papers.settle.no')}</Button>
          </>
        }
      >
        {text('papers.settleHow')}
      </Notice>
    </Stack>
  )
}

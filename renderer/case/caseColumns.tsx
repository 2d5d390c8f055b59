import type { ReactNode } from 'react'
import type { CaseLine, CaseView } from '../../shared/case/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { LimitedMark } from '../LimitedMark.tsx'
import type { Text } from '../text.tsx'
import { Badge, Code, Quiet, Stack, Status, type Column, type Standing, type Tone } from '../ui/index.ts'

/** How the tracks of a case stand, by their words. */
export const standings: Readonly<{
  consent: Record<CaseLine['consent'], Standing>
  risk: Record<CaseLine['risk'], Standing>
  plan: Record<CaseView['tracks']['plan'], Standing>
}> = {
  consent: {
    none: 'not-started',
    sought: 'in-progress',
    partial: 'in-progress',
    given: 'done',
    due: 'in-progress',
    ended: 'overdue',
  },
  risk: { none: 'not-started', current: 'done', due: 'in-progress', overdue: 'overdue' },
  plan: {
    none: 'not-started',
    drafted: 'in-progress',
    agreed: 'in-progress',
    active: 'done',
    reviewed: 'done',
  },
}

/** The tone of danger now. */
export const dangerTones: Readonly<Record<CaseLine['danger'], Tone>> = {
  imminent: 'stop',
  possible: 'care',
  none: 'neutral',
  unknown: 'neutral',
}

const bandTones = { critical: 'stop', high: 'stop', medium: 'care', low: 'safe' } as const

/** The columns of the list of cases: the code first. @param limited cases that are for named people. */
export function caseColumns(text: Text, limited: readonly CaseId[]): readonly Column<CaseLine>[] {
  const column = (id: string, cell: (line: CaseLine) => ReactNode): Column<CaseLine> => ({
    id,
    header: text(`caseList.${id}`),
    sortable: true,
    cell,
  })
  return [
    column('code', ({ id, code }) => (
      <span>
        <Code>{code}</Code>
        {limited.includes(id) && <LimitedMark />}
      </span>
    )),
    column('state', line => stateOf(text, line)),
    column('danger', line => dangerOf(text, line)),
    column('band', line => bandOf(text, line)),
    column('consent', ({ consent }) => (
      <Status standing={standings.consent[consent]} word={text(`case.track.consent.${consent}`)} />
    )),
    column('risk', ({ risk }) => (
      <Status standing={standings.risk[risk]} word={text(`case.track.risk.${risk}`)} />
    )),
    column('waiting', ({ waiting }) => text(`caseList.waiting.${waiting ?? 'none'}`)),
    { ...column('persons', line => line.persons), numeric: true },
    { ...column('acts', line => line.acts), numeric: true },
    column('changed', line => text.moment(line.changedAt)),
  ]
}

/** Where it stands, and how much on it is overdue. */
function stateOf(text: Text, { state, overdue }: CaseLine) {
  const word = text(`case.state.${state}`)
  if (overdue === 0) return word
  return (
    <Stack gap={4}>
      <span>{word}</span>
      <Status standing="overdue" word={text('caseList.overdue', { count: overdue })} />
    </Stack>
  )
}

function dangerOf(text: Text, { danger }: CaseLine) {
  const word = text(`caseList.danger.${danger}`)
  const marked = danger === 'imminent' || danger === 'possible'
  return marked ? <Badge tone={dangerTones[danger]}>{word}</Badge> : <Quiet>{word}</Quiet>
}

function bandOf(text: Text, { band, differs }: CaseLine) {
  if (band === null) return <Quiet>{text('caseList.bandNone')}</Quiet>
  return (
    <Stack gap={4}>
      <span>
        <Badge tone={bandTones[band]}>{text(`risk.band.${band}`)}</Badge>
      </span>
      {differs && <Quiet>{text('caseList.differs')}</Quiet>}
    </Stack>
  )
}

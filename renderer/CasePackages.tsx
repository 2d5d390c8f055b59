import type { CaseView } from '../shared/case/model.ts'
import type { PackageLine, Touched } from '../shared/notice/model.ts'
import { isShutBy } from '../shared/exchange/notices.ts'
import { colleagueName } from './colleagueWords.ts'
import { PackageMark } from './PackageMark.tsx'
import { packageName, packagePlace } from './packageWords.ts'
import { useText } from './text.tsx'
import { Link, Notice, Quiet, Section, Stack, Table } from './ui/index.ts'

interface ViewProps {
  readonly view: CaseView
}

/** That the sender of something this case rests on called it back, for ever, and what was decided. */
export function RecallNotices({ view }: ViewProps) {
  const recalled = view.packages.flatMap(line => {
    const touched = line.direction === 'received' && line.cases.find(({ id }) => id === view.case.id)
    return touched && line.recalls.length > 0 ? [{ line, touched }] : []
  })
  if (recalled.length === 0) return null
  return (
    <Stack gap={12}>
      {recalled.map(({ line, touched }) => (
        <Recalled key={line.id} line={line} touched={touched} />
      ))}
    </Stack>
  )
}

function Recalled({ line, touched }: { readonly line: PackageLine; readonly touched: Touched }) {
  const text = useText()
  const [first] = line.recalls
  const { standing } = touched
  if (!first || standing === null) return null
  const last = touched.decisions.at(-1)
  const isShut = isShutBy(standing)
  return (
    <Notice
      tone={isShut ? 'stop' : 'neutral'}
      title={text('notice.recalledOn', {
        who: colleagueName(text, line.colleague),
        at: text.moment(first.sentAt),
      })}
      actions={
        <Link href={packagePlace(line.id)}>
          {text(`notice.goTo.${standing === 'undecided' ? 'decide' : 'package'}`)}
        </Link>
      }
    >
      <p>{text(`notice.settled.${standing}`)}</p>
      {last && (
        <>
          <p dir="auto">{last.why}</p>
          <Quiet>{text('notice.decidedBy', { by: last.by, at: text.moment(last.at) })}</Quiet>
        </>
      )}
    </Notice>
  )
}

const markOf = ({ standing }: PackageLine) => <PackageMark standing={standing} />

/** What was sent of this case and what came into it, each with what became of it. Nothing when there is none. */
export function CasePackages({ view }: ViewProps) {
  const text = useText()
  const shown = view.packages.filter(({ kind }) => kind !== 'receipt' && kind !== 'recall')
  if (shown.length === 0) return null
  return (
    <Section title={text('notice.ofCase')}>
      <Table
        caption={text('notice.ofCase')}
        rows={shown.toReversed()}
        rowKey={({ id }) => id}
        rowHref={({ id }) => packagePlace(id)}
        columns={[
          {
            id: 'what',
            header: text('notice.column.what'),
            cell: line => packageName(text, line),
            wide: true,
          },
          { id: 'at', header: text('notice.column.at'), cell: ({ at }) => text.moment(at) },
          {
            id: 'standing',
            header: text('notice.column.standing'),
            cell: markOf,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

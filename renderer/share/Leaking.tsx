import { Alikes, AnsweredAlikes, type SoundsLike } from '../Alikes.tsx'
import { useText } from '../text.tsx'
import { Button, Link, Notice, Row, Stack } from '../ui/index.ts'
import { placeOf } from '../part.ts'
import type { CasePart } from '../../shared/case/model.ts'
import type { ShareLine } from '../../shared/share/model.ts'
import { lineWords } from './lineWords.ts'
import type { SharePageProps } from './outward.ts'
import { changeShare } from './useShare.ts'

/** Where something that goes gives away something that stays; it can be kept back here, or written otherwise. */
export function Leaking(props: SharePageProps) {
  const of = useSounding(props)
  return (
    <>
      <Leaks {...props} />
      <Alikes of={of} />
      <AnsweredAlikes of={of} />
    </>
  )
}

/** Words of it that sound like a name that stays. */
function useSounding({ view, share }: SharePageProps): SoundsLike {
  const text = useText()
  const whereIs = (where: string) => {
    const line = share.lines.find(({ key }) => key === where)
    return line ? lineWords(text, line) : text('share.note')
  }
  return {
    alike: share.alike,
    notMeant: share.draft.notMeant,
    view,
    whereIs,
    change: notMeant => changeShare(share, { notMeant }),
  }
}

/** Whether something in it still gives away something that stays. */
export const givesAway = ({ leaks, alike }: SharePageProps['share']): boolean =>
  leaks.length > 0 || alike.some(({ reason }) => reason === null)

function Leaks({ view, share }: SharePageProps) {
  const text = useText()
  if (share.leaks.length === 0) return null
  const rows = share.leaks.flatMap(({ key, personId }) => {
    const line = share.lines.find(one => one.key === key)
    const about = view.persons.find(({ id }) => id === personId)?.label ?? ''
    return [{ key, line, about }]
  })
  return (
    <Notice tone="stop" title={text('share.leaks', { count: rows.length })}>
      <Stack gap={12}>
        <p>{text('share.leaks.how')}</p>
        {rows.map(({ key, line, about }) => {
          const href = line ? hrefOf(view, line) : null
          const where = line ? lineWords(text, line) : text('share.note')
          return (
            <div key={key}>
              <p>{text(about === '' ? 'share.leaks.text' : 'share.leaks.name', { where, about })}</p>
              {line && (
                <Row>
                  <Button onPress={() => void changeShare(share, { withheld: withRow(share, key) })}>
                    {text('share.leaks.withhold', { where })}
                  </Button>
                  {href !== null && <Link href={href}>{text('share.leaks.go', { where })}</Link>}
                </Row>
              )}
            </div>
          )
        })}
      </Stack>
    </Notice>
  )
}

const pages: Readonly<Partial<Record<ShareLine['table'], CasePart>>> = {
  person: 'persons',
  act: 'acts',
  engagement: 'engagements',
  action: 'actions',
}

/** Where a row can be written otherwise; `null` where it has no page of its own. */
function hrefOf(view: SharePageProps['view'], { table, key }: ShareLine): string | null {
  if (table === 'case_file') return placeOf(view, 'intake')
  const part = pages[table]
  return part ? placeOf(view, part, key.split(':')[1]) : null
}

/** What is kept back, and every part of one row besides. */
function withRow({ draft, lines }: SharePageProps['share'], key: string): string[] {
  const row = key.split(':').slice(0, 2).join(':')
  const parts = lines.filter(line => line.key.startsWith(`${row}:`)).map(line => line.key)
  return [...new Set([...draft.withheld, ...parts])]
}

import type { Reader } from '../../shared/access/model.ts'
import { useDo } from '../FormPage.tsx'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { useText, type Text } from '../text.tsx'
import { Code, Quiet, Section, Table, type Column } from '../ui/index.ts'
import type { AccessProps } from './AccessPage.tsx'

interface Props extends AccessProps {
  /** Whether whoever is at the desk is one of them. */
  readonly isYours: boolean
}

/** The named, since when, and the way to remove one of them. */
export function NamedList(props: Props) {
  const { access } = props
  const text = useText()
  const named = access.people.filter(one => one.named)
  const since = access.since ? text.moment(access.since) : ''
  return (
    <Section
      title={text('access.named')}
      lead={text('access.namedLead', { by: access.by ?? '', moment: since })}
    >
      <Table
        caption={text('access.named')}
        rows={named}
        rowKey={({ officerId }) => officerId}
        columns={columnsOf(text, props)}
        empty={null}
      />
      {named.length === 1 && <Quiet>{text('access.alone')}</Quiet>}
    </Section>
  )
}

const columnsOf = (text: Text, props: Props): Column<Reader>[] => [
  { id: 'role', header: text('access.role'), cell: one => <Role one={one} /> },
  { id: 'remove', header: text('access.change'), cell: one => <Change {...props} one={one} /> },
]

/** Nobody removes themselves. */
function Change({ isYours, one, ...props }: Props & { readonly one: Reader }) {
  return isYours && !one.isYou ? <Remove {...props} one={one} /> : null
}

function Role({ one }: { readonly one: Reader }) {
  const text = useText()
  return (
    <span>
      <Code>{one.role}</Code> {one.isYou && <Quiet>{text('access.you')}</Quiet>}
    </span>
  )
}

function Remove({ subject, again, one }: AccessProps & { readonly one: Reader }) {
  const text = useText()
  const done = useDo()
  const remove = async (reason: string) => {
    if (await done('access.remove', { subject, officerId: one.officerId, reason })) again()
  }
  return (
    <RemoveWithReason
      label={text('access.remove', { role: one.role })}
      consequence={text('access.removeMeans')}
      keepLabel={text('access.keep')}
      onRemove={reason => void remove(reason)}
    />
  )
}

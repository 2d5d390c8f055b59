import { allCodes, codesOfGroup, isOffered, labelIn, type ListEdition } from '../../shared/settings/lists.ts'
import { readIn } from '../../shared/settings/ownWords.ts'
import type { ListVersion } from '../../shared/settings/contract.ts'
import { addedTo, vocabularies, type OpenId } from '../../shared/vocabulary/index.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, EmptyState, Link, Page, Quiet, Table, type Column } from '../ui/index.ts'
import type { ListsProps } from './ListsPage.tsx'
import { NotYours, Versions, useMaySet } from './SettingsForm.tsx'

/** One list: every term it ever had, and how it was changed. */
export function ListPage({ list, editions, versions }: ListsProps & { readonly list: OpenId }) {
  const text = useText()
  const maySet = useMaySet()
  const edition = editions[list] ?? []
  const ofList = versions.filter(one => one.list === list)
  return (
    <Page
      title={text(`vocabulary.${list}`)}
      lead={ofList[0] ? text('lists.oneLead', { version: ofList[0].number }) : text('lists.oneLeadFirst')}
      width="wide"
      back={{ label: text('lists.title'), href: '/vault/lists' }}
      actions={
        maySet && (
          <Link kind="button" href={`/vault/lists/${list}/new`}>
            {text('lists.add')}
          </Link>
        )
      }
    >
      {!maySet && <NotYours />}
      <Table
        caption={text(`vocabulary.${list}`)}
        columns={columns(text, list, edition)}
        rows={allCodes(list, edition)}
        rowKey={code => code}
        rowHref={maySet ? code => `/vault/lists/${list}/${code}` : undefined}
        empty={<EmptyState title={text('lists.none')} />}
      />
      <Versions
        versions={ofList}
        what={version => [changeText(text, version)]}
        none={text('lists.noVersions')}
      />
    </Page>
  )
}

const columns = (text: Text, list: OpenId, edition: ListEdition): readonly Column<string>[] => [
  { id: 'term', header: text('lists.term'), wide: true, cell: code => text(`vocabulary.${list}.${code}`) },
  ...(vocabularies[list].groups.length > 0
    ? [
        {
          id: 'group',
          header: text('lists.group'),
          cell: (code: string) => groupText(text, { list, edition, code }),
        },
      ]
    : []),
  { id: 'from', header: text('lists.from'), cell: code => text(`lists.from.${originOf(edition, code)}`) },
  {
    id: 'standing',
    header: text('lists.standing'),
    cell: code =>
      isOffered(edition, code) ? (
        <Quiet>{text('lists.isOffered')}</Quiet>
      ) : (
        <Badge tone="care">{text('lists.isRetired')}</Badge>
      ),
  },
]

interface OneCode {
  readonly list: OpenId
  readonly edition: ListEdition
  readonly code: string
}

/** The group a term stands in; empty for those that stand in none. */
function groupText(text: Text, { list, edition, code }: OneCode): string {
  const group = vocabularies[list].groups.find(one => codesOfGroup(list, one.group, edition).includes(code))
  return group ? text(`vocabulary.${list}.group.${group.group}`) : ''
}

/** Whether a term came with Vigil as it reads, was worded anew, or is the office's own. */
const originOf = (edition: ListEdition, code: string): 'vigil' | 'reworded' | 'office' =>
  addedTo(code) !== null ? 'office' : labelIn(edition, code) ? 'reworded' : 'vigil'

/** What one edition changed, in the words it was given then. */
function changeText(text: Text, { list, change, entries }: ListVersion): string {
  const label = labelIn(entries, change.code)
  const term = label ? readIn(label, text.language) : text.asItCame(`vocabulary.${list}.${change.code}`)
  return text(`lists.change.${change.what}`, { term })
}

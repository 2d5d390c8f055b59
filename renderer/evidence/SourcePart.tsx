import { AddEmail } from './AddEmail.tsx'
import { KeptMessage } from './KeptMessage.tsx'
import { placeOf, type PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { EmptyState, Link, Page } from '../ui/index.ts'

/** The messages of a case as they came, and a way to add one. */
export function SourcePart({ view, item }: PartProps) {
  const text = useText()
  if (item === 'new') return <AddEmail view={view} />
  const add = (
    <Link href={placeOf(view, 'source', 'new')} kind="button">
      {text('source.add')}
    </Link>
  )
  const any = view.messages.length > 0
  return (
    <Page
      title={text('source.title')}
      lead={text('source.lead')}
      back={{ label: view.case.code, href: placeOf(view) }}
      actions={any ? add : undefined}
    >
      {!any && (
        <EmptyState title={text('source.empty')} actions={add}>
          {text('source.emptyHint')}
        </EmptyState>
      )}
      {view.messages.map((message, index) => (
        <KeptMessage
          key={message.id}
          number={index + 1}
          message={message}
          files={view.attachments.filter(({ sourceId }) => sourceId === message.id)}
        />
      ))}
    </Page>
  )
}

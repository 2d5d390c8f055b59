import type { BriefId } from '../../shared/model.ts'
import { Note } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { AskColleague } from '../AskColleague.tsx'
import { FileAskings } from '../FileAskings.tsx'
import { FormTop, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, Button, Disclosure, Form, Link, Notice, TextArea } from '../ui/index.ts'
import type { PublicationProps } from './PublicationPage.tsx'

/** Who else read it as it would be published; whoever is at the desk, when they may; else how it comes by file. */
export function SecondReader(props: PublicationProps) {
  const { of } = props
  const officer = useSession(({ vault }) => vault?.officer)
  if (of.reading?.same) return <WasRead {...props} />
  if (of.left || of.lines.length === 0) return <Unread of={of} />
  return officer === of.author ? <BySomebodyElse {...props} /> : <ReadIt {...props} />
}

const readHow = ({ byFile, briefId }: NonNullable<PublicationProps['of']['reading']>) => {
  if (byFile) return 'publication.readByColleague'
  return briefId === null ? 'publication.readHere' : 'publication.readByFile'
}

function WasRead({ of: { reading } }: PublicationProps) {
  const text = useText()
  if (!reading) return null
  return (
    <Notice
      tone="safe"
      title={text(readHow(reading), {
        by: reading.by,
        moment: text.moment(reading.at),
      })}
    >
      {reading.words !== '' && <p dir="auto">{reading.words}</p>}
    </Notice>
  )
}

function Unread({ of: { left } }: Pick<PublicationProps, 'of'>) {
  const text = useText()
  return <Notice tone="neutral">{text(left ? 'publication.neverRead' : 'publication.nothingToRead')}</Notice>
}

/** The author is told who can read it, and how somebody elsewhere does. */
function BySomebodyElse(props: PublicationProps) {
  const text = useText()
  const { of, view, again } = props
  const alone = useSession(({ vault }) => vault?.people === 1)
  return (
    <>
      <BlockCard
        what={text('publication.needsReader')}
        reason={text.refusal({ code: 'publication/by-author' })}
        who={text(alone ? 'publication.readerAlone' : 'publication.readerHere')}
      />
      <Notice
        title={text('publication.byFile')}
        actions={<Link href={placeOf(view, 'brief', 'new')}>{text('override.writeBrief')}</Link>}
      >
        {of.check?.same
          ? text('publication.byFileHow', { code: of.check.code })
          : text('publication.byFileFirst')}
      </Notice>
      <Replies {...props} />
      <FileAskings view={view} itemId={of.itemId} />
      {of.check?.same && (
        <Disclosure label={text('approval.wayReading')}>
          <AskColleague itemId={of.itemId} asks="reading" again={again} />
        </Disclosure>
      )}
    </>
  )
}

function Replies({ of, again }: PublicationProps) {
  const text = useText()
  const done = useDo()
  const take = async (briefId: BriefId) => {
    await done('publication.readByReply', { itemId: of.itemId, briefId })
    again()
  }
  return of.replies.map(({ briefId, copy, by }) => (
    <Notice
      key={briefId}
      title={text('publication.reply', { by, copy })}
      actions={<Button onPress={() => void take(briefId)}>{text('publication.takeReply')}</Button>}
    />
  ))
}

const Read = z.strictObject({ words: Note.min(1) })

function ReadIt({ view, of, again }: PublicationProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(Read, {
    name: 'publicationRead',
    initial: { words: '' },
    draft: `publication:read:${of.itemId}`,
  })
  const read = async ({ words }: z.infer<typeof Read>) => {
    const kept = await done('publication.read', { itemId: of.itemId, words })
    again()
    if (kept) leave(placeOf(view, 'actions', of.itemId), text('publication.readKept'))
    return kept
  }
  return (
    <>
      <FormTop form={form} />
      <Form
        onSubmit={() => void form.submit(read)}
        actions={
          <Button kind="primary" type="submit">
            {text('publication.read')}
          </Button>
        }
      >
        <TextArea
          id="words"
          label={text('publication.words')}
          hint={text('publication.wordsHint')}
          error={form.error('words')}
          maxLength={4_000}
          value={form.value.words ?? ''}
          onChange={words => form.set('words', words)}
        />
      </Form>
    </>
  )
}

import type { CardSeen } from '../../shared/exchange/colleagueContract.ts'
import { useAnswer } from '../asking.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Code, Disclosure, Notice, Page, Progress, Quiet, Row, Section, Stack } from '../ui/index.ts'
import { useCardFile, type CardFile } from './cardFile.ts'
import { TakeCard } from './TakeCard.tsx'

interface Props {
  /** The colleague whose new card it is said to be; `null` for anybody's. */
  readonly of: string | null
}

/** A colleague's card: chosen, looked at, and added to the list or put in place of their old one. */
export function AddColleague({ of }: Props) {
  const text = useText()
  const file = useCardFile()
  return (
    <Page
      title={text(of === null ? 'colleague.add' : 'colleague.newCard.title')}
      lead={text('colleague.add.lead')}
      back={{ label: text('colleague.title'), href: of === null ? '/colleagues' : `/colleagues/${of}` }}
    >
      <Stack gap={24}>
        <Choosing file={file} />
        {file.refusal && <RefusalNotice refusal={file.refusal} live />}
        {file.busy && <Progress label={text('colleague.reading')} />}
        {file.seen && <Seen key={file.seen.signed.signature} seen={file.seen} of={of} />}
      </Stack>
    </Page>
  )
}

function Choosing({ file: { seen, name, busy, choose } }: { readonly file: CardFile }) {
  const text = useText()
  return (
    <Section title={text('colleague.file')} lead={text('colleague.file.hint')}>
      <Stack gap={12}>
        <Row>
          <Button
            kind={seen ? 'quiet' : 'primary'}
            onPress={() => void choose()}
            busy={busy ? text('colleague.reading') : null}
          >
            {text(name === null ? 'colleague.choose' : 'colleague.chooseOther')}
          </Button>
          {name !== null && (
            <Quiet>
              <Code>{name}</Code>
            </Quiet>
          )}
        </Row>
        <Disclosure label={text('colleague.picture')}>
          <p>{text('colleague.picture.how')}</p>
        </Disclosure>
      </Stack>
    </Section>
  )
}

/** What was read, once it is known whose it may be. */
function Seen({ seen, of }: Props & { readonly seen: CardSeen }) {
  const text = useText()
  const { value: colleagues, refusal } = useAnswer('colleague.list', {})
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (colleagues === null) return <Progress label={text('colleague.loading')} />
  return (
    <>
      <Notice live>{text('colleague.read')}</Notice>
      <TakeCard
        seen={seen}
        suggested={of ?? seen.like}
        colleagues={colleagues.filter(({ standing }) => standing !== 'retired')}
      />
    </>
  )
}

import type { CardSeen, ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { useAttempts } from '../answers.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { TwelveWords } from '../TwelveWords.tsx'
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Link,
  Notice,
  RadioGroup,
  Section,
  Stack,
} from '../ui/index.ts'
import { NewColleagueFields } from './NewColleagueFields.tsx'
import { ReplacingKeys } from './ReplacingKeys.tsx'
import { useTaking } from './taking.ts'

interface Props {
  readonly seen: CardSeen
  /** Whose it probably is; `null` for somebody new. */
  readonly suggested: string | null
  /** Those in use, whose keys the card may bring anew. */
  readonly colleagues: readonly ColleagueView[]
}

/** Whose card it is, and adding it. Nothing can be sent to its keys until they were compared. */
export function TakeCard({ seen, suggested, colleagues }: Props) {
  const text = useText()
  const known = colleagues.find(({ id }) => id === suggested)?.id ?? null
  const { form, whose, setWhose, old, setOld, busy, refusal, submit } = useTaking(seen, known)
  const attempt = useAttempts(form.errors)
  const replaced = colleagues.find(({ id }) => id === whose)
  const errors = form.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))
  return (
    <Form
      onSubmit={() => void submit()}
      actions={
        <>
          <Button kind="primary" type="submit" busy={busy ? text('colleague.adding') : null}>
            {text(replaced ? 'colleague.replace.do' : 'colleague.add.do')}
          </Button>
          <Link href="/colleagues">{text('app.cancel')}</Link>
        </>
      }
    >
      <ErrorSummary title={text('form.errors')} errors={errors} attempt={attempt} />
      {colleagues.length > 0 && (
        <Whose
          isKnown={replaced !== undefined}
          onChange={isKnown => setWhose(isKnown ? (known ?? colleagues[0]?.id ?? null) : null)}
        />
      )}
      {replaced ? (
        <ReplacingKeys seen={seen} replaced={replaced} colleagues={colleagues} onChange={setWhose} />
      ) : (
        <>
          <NewColleagueFields form={form} />
          <Section title={text('colleague.words')} lead={text('colleague.words.next')}>
            <TwelveWords label={text('colleague.words')} words={seen.words} />
          </Section>
        </>
      )}
      {seen.kind === 'x25519' && <OlderKind value={old} onChange={setOld} />}
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Form>
  )
}

interface WhoseProps {
  readonly isKnown: boolean
  readonly onChange: (isKnown: boolean) => void
}

/** Whether the card is a new colleague's or brings new keys of one in the list. */
function Whose({ isKnown, onChange }: WhoseProps) {
  const text = useText()
  return (
    <RadioGroup
      label={text('colleague.whose')}
      value={isKnown ? 'known' : 'new'}
      onChange={kind => onChange(kind === 'known')}
      options={(['new', 'known'] as const).map(id => ({
        id,
        label: text(`colleague.whose.${id}`),
        description: text(`colleague.whose.${id}.means`),
      }))}
    />
  )
}

interface TickProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** What a key of the older kind does not promise, and taking it all the same. */
function OlderKind({ value, onChange }: TickProps) {
  const text = useText()
  return (
    <Stack gap={12}>
      <Notice tone="care" title={text('colleague.older')}>
        {text('colleague.older.means')}
      </Notice>
      <Checkbox id="compatibility" value={value} onChange={onChange}>
        {text('colleague.older.take')}
      </Checkbox>
    </Stack>
  )
}

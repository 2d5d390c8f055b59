import { useState } from 'react'
import { useLocation } from 'wouter'
import { ColleagueClass } from '../../shared/exchange/colleague.ts'
import { NewColleague, type CardSeen, type ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { useAttempts } from '../answers.tsx'
import { useAsking } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { useForm, type Form as Filled } from '../form.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { toasts } from '../session.ts'
import { useText, type Text } from '../text.tsx'
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
  Select,
  show,
  Stack,
  TextField,
} from '../ui/index.ts'
import styles from './colleague.module.css'

interface Props {
  readonly seen: CardSeen
  /** Those in use, whose keys the card may bring anew. */
  readonly colleagues: readonly ColleagueView[]
}

/** Whose card it is, and adding it. Nothing can be sent to its keys until they were compared. */
export function TakeCard({ seen, colleagues }: Props) {
  const text = useText()
  const taking = useTaking(seen, colleagues)
  const { form, whose, setWhose, old, setOld, busy, refusal, submit } = taking
  const attempt = useAttempts(form.errors)
  const replaced = colleagues.find(({ id }) => id === whose)
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
      <ErrorSummary
        title={text('form.errors')}
        errors={form.errors.map(({ field, sentence }) => ({ id: field, message: sentence }))}
        attempt={attempt}
      />
      {colleagues.length > 0 && (
        <RadioGroup
          label={text('colleague.whose')}
          value={replaced ? 'known' : 'new'}
          onChange={kind => setWhose(kind === 'new' ? null : (seen.like ?? colleagues[0]?.id ?? null))}
          options={(['new', 'known'] as const).map(id => ({
            id,
            label: text(`colleague.whose.${id}`),
            description: text(`colleague.whose.${id}.means`),
          }))}
        />
      )}
      {replaced ? (
        <Replacing seen={seen} replaced={replaced} colleagues={colleagues} onChange={setWhose} />
      ) : (
        <NewFields form={form} seen={seen} />
      )}
      {seen.kind === 'x25519' && <OlderKind value={old} onChange={setOld} />}
      {refusal && <RefusalNotice refusal={refusal} live />}
    </Form>
  )
}

function NewFields({ form, seen }: { readonly form: Filled<NewColleague>; readonly seen: CardSeen }) {
  const text = useText()
  return (
    <>
      <TextField
        id="role"
        label={text('colleague.role')}
        hint={text('colleague.role.hint')}
        value={form.value.role ?? ''}
        onChange={role => form.set('role', role)}
        error={form.error('role')}
        maxLength={60}
        width="medium"
      />
      <TextField
        id="office"
        label={text('colleague.office')}
        hint={text('colleague.office.hint')}
        optional={text('form.optional')}
        value={form.value.office ?? ''}
        onChange={office => form.set('office', office)}
        error={form.error('office')}
        maxLength={120}
      />
      <RadioGroup
        id="recipientClass"
        label={text('colleague.class')}
        hint={text('colleague.class.hint')}
        value={form.value.recipientClass}
        onChange={recipientClass => form.set('recipientClass', recipientClass)}
        error={form.error('recipientClass')}
        options={classesIn(text)}
      />
      <Section title={text('colleague.words')} lead={text('colleague.words.next')}>
        <TwelveWords label={text('colleague.words')} words={seen.words} />
      </Section>
    </>
  )
}

const classesIn = (text: Text) =>
  ColleagueClass.options.map(id => ({ id, label: text.code('recipientClass', id) }))

interface ReplacingProps extends Props {
  readonly replaced: ColleagueView
  readonly onChange: (id: ColleagueView['id']) => void
}

/** New keys of somebody known: both sets of words, and what follows. */
function Replacing({ seen, replaced, colleagues, onChange }: ReplacingProps) {
  const text = useText()
  return (
    <Stack gap={24}>
      <Select
        label={text('colleague.whose.which')}
        placeholder={text('form.pick')}
        value={replaced.id}
        onChange={onChange}
        options={colleagues.map(one => ({ id: one.id, label: colleagueName(text, one) }))}
      />
      <Notice tone="care" title={text('colleague.replace')}>
        {text('colleague.replace.means')}
      </Notice>
      <div className={styles.pair}>
        <Section title={text('colleague.words.new')}>
          <TwelveWords label={text('colleague.words.new')} words={seen.words} />
        </Section>
        <Section title={text('colleague.words.before')}>
          <TwelveWords label={text('colleague.words.before')} words={replaced.words} old />
        </Section>
      </div>
    </Stack>
  )
}

/** What a key of the older kind does not promise, and taking it all the same. */
function OlderKind({
  value,
  onChange,
}: {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
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

/** The answers, and what the button does with them. */
function useTaking(seen: CardSeen, colleagues: readonly ColleagueView[]) {
  const text = useText()
  const [, navigate] = useLocation()
  const { busy, refusal, ask } = useAsking()
  const [whose, setWhose] = useState<ColleagueView['id'] | null>(
    colleagues.find(({ id }) => id === seen.like)?.id ?? null,
  )
  const [old, setOld] = useState(false)
  const { role, office } = seen.signed.card
  const initial = { role, office, recipientClass: null }
  const form = useForm(NewColleague, { name: 'colleague', initial, draft: null })
  const common = { signed: seen.signed, compatibility: old }
  const done = (id: string, message: string) => {
    show(toasts, { text: message, tone: 'safe' })
    navigate(`/colleagues/${id}`)
  }
  const submit = async () => {
    if (busy) return
    if (whose !== null) {
      const reply = await ask('colleague.changeKeys', { ...common, colleagueId: whose })
      if (reply.ok) done(whose, text('colleague.replaced'))
      return
    }
    await form.submit(async who => {
      const reply = await ask('colleague.add', { ...common, ...who })
      if (reply.ok) done(reply.value.colleagueId, text('colleague.added'))
      return reply.ok
    })
  }
  return { form, whose, setWhose, old, setOld, busy, refusal, submit }
}

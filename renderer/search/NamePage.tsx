import { useState } from 'react'
import { RevealReason } from '../../shared/person/model.ts'
import type { Looked } from '../../shared/name/model.ts'
import { AlikeList } from '../Alike.tsx'
import { useAsking } from '../asking.ts'
import { useKept } from '../kept.ts'
import { alikeOf, Comparing, sayCompared } from '../looking.tsx'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Page,
  Quiet,
  Section,
  Stack,
  TextField,
  Unseen,
} from '../ui/index.ts'
import { lastSought } from './lastSought.ts'

/** Looks for somebody by name through the identities one may reveal: for a reason, and as an entry of the record. */
export function NamePage() {
  const text = useText()
  const { sought, setSought, reason, setReason, errors, attempt, busy, refusal, found, look } = useLook()
  const error = (id: string) => errors.find(one => one.id === id)?.message
  return (
    <Page
      title={text('name.title')}
      lead={text('name.lead')}
      back={{ label: text('search.title'), href: '/search' }}
    >
      <ErrorSummary title={text('form.errors')} errors={errors} attempt={attempt} />
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form
        onSubmit={() => void look()}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('name.busy') : null}>
            {text('name.look')}
          </Button>
        }
      >
        <TextField
          id="sought"
          label={text('name.sought')}
          hint={text('name.soughtHint')}
          error={error('sought')}
          value={sought}
          onChange={setSought}
          maxLength={200}
          takesFocus
        />
        <TextField
          id="reason"
          label={text('name.reason')}
          hint={text('identity.reasonHint')}
          why={{ label: text('identity.whyApart'), text: text('identity.why') }}
          error={error('reason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
        />
      </Form>
      <Comparing running={busy} label={text('name.busy')} stop={text('name.stop')} />
      <Unseen>
        <output>
          {found && `${text('name.found', { count: found.found })}. ${sayCompared(text, found)}`}
        </output>
      </Unseen>
      {found && <Found found={found} />}
    </Page>
  )
}

function useLook() {
  const text = useText()
  const [sought, setSought] = useKept('name.sought', () => lastSought().words)
  const [reason, setReason] = useKept('name.reason', '')
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState<readonly { readonly id: string; readonly message: string }[]>([])
  const [found, setFound] = useState<Looked | null>(null)
  const { busy, refusal, ask } = useAsking()
  const look = async () => {
    const missing = [
      ...(sought.trim().length < 2 ? [{ id: 'sought', message: text('name.soughtMissing') }] : []),
      ...(RevealReason.safeParse(reason).success
        ? []
        : [{ id: 'reason', message: text('identity.reasonMissing') }]),
    ]
    setErrors(missing)
    setAttempt(attempt + 1)
    setFound(null)
    if (missing.length > 0 || busy) return
    const reply = await ask('name.look', { sought, reason })
    if (reply.ok) setFound(reply.value)
  }
  return { sought, setSought, reason, setReason, errors, attempt, busy, refusal, found, look }
}

function Found({ found }: { readonly found: Looked }) {
  const text = useText()
  const { matches, found: count } = found
  return (
    <Section title={text('name.found', { count })}>
      <Stack gap={12}>
        <Quiet>{sayCompared(text, found)}</Quiet>
        {count === 0 ? (
          <EmptyState title={text('name.none')}>
            <p>{text('name.none.hint')}</p>
          </EmptyState>
        ) : (
          <AlikeList label={text('name.found', { count })} some={alikeOf(text, matches)} opens />
        )}
        {count > matches.length && <Quiet>{text('name.most', { count: matches.length })}</Quiet>}
      </Stack>
    </Section>
  )
}

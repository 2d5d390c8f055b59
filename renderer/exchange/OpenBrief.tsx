import type { Output } from '../../shared/contract.ts'
import { aroundSecret } from '../NewPassphrase.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import {
  Button,
  ErrorSummary,
  Form,
  Link,
  Page,
  PassphraseField,
  Progress,
  RadioGroup,
  Row,
} from '../ui/index.ts'
import { FileChoice } from './FileChoice.tsx'
import { useOpening, type Opening } from './opening.ts'

interface Props {
  readonly onOpened: (reading: Output<'exchange.openBrief'>) => void
}

/** Chooses a brief and says with what it is opened. */
export function OpenBrief({ onOpened }: Props) {
  const text = useText()
  const inVault = useSession(({ vault }) => vault?.state === 'open')
  const opening = useOpening(onOpened)
  return (
    <Page
      title={text('read.title')}
      lead={text('read.lead')}
      back={
        inVault ? { label: text('app.handover'), href: '/handover' } : { label: text('app.back'), href: '/' }
      }
    >
      <Form
        onSubmit={() => void opening.open()}
        actions={
          <Button kind="primary" type="submit" busy={opening.busy ? text('read.opening') : null}>
            {text('read.open')}
          </Button>
        }
      >
        <ErrorSummary title={text('form.errors')} errors={opening.errors} attempt={opening.attempt} />
        <FileChoice
          id="read-file"
          label={text('read.file')}
          hint={text('read.file.hint')}
          choose={text('read.file.choose')}
          file={opening.brief}
          onChoose={() => void opening.chooseBrief()}
          error={opening.at('read-file')}
        />
        <Lock opening={opening} />
        {opening.busy && <Progress label={text('read.opening')} />}
      </Form>
      {!inVault && (
        <Row>
          <Link href="/read/key">{text('read.makeKey')}</Link>
        </Row>
      )}
    </Page>
  )
}

/** With a passphrase, or with a key file and its own passphrase. */
function Lock({ opening }: { readonly opening: Opening }) {
  const text = useText()
  const withKey = opening.how === 'key'
  return (
    <>
      <RadioGroup
        label={text('read.how')}
        value={opening.how}
        onChange={opening.setHow}
        options={(['passphrase', 'key'] as const).map(id => ({
          id,
          label: text(`read.how.${id}`),
          description: text(`read.how.${id}.hint`),
        }))}
      />
      {withKey && (
        <FileChoice
          id="read-key"
          label={text('read.key')}
          hint={text('read.key.hint')}
          choose={text('read.key.choose')}
          file={opening.key}
          onChoose={() => void opening.chooseKey()}
          error={opening.at('read-key')}
        />
      )}
      <PassphraseField
        id="read-passphrase"
        label={text(withKey ? 'read.keyPassphrase' : 'read.passphrase')}
        hint={text(withKey ? 'read.keyPassphrase.hint' : 'read.passphrase.hint')}
        value={opening.typed}
        onChange={opening.setTyped}
        error={opening.at('read-passphrase')}
        {...aroundSecret(text)}
      />
    </>
  )
}

import { call } from '../api.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, focusField, Link, Page, Row, Section, show, Stack, TextArea } from '../ui/index.ts'
import styles from './exchange.module.css'

/** The public half of a new key, and what to do with both halves. */
export function KeyMade({ recipient }: { readonly recipient: string }) {
  const text = useText()
  const copy = async () => {
    const done = await copied(recipient)
    if (!done) selectKey()
    show(toasts, { text: text(done ? 'key.copied' : 'key.selected'), tone: done ? 'safe' : 'note' })
  }
  return (
    <Page title={text('key.made')} lead={text('key.made.lead')}>
      <Stack gap={24}>
        <div className={styles.key}>
          <TextArea
            id="public-key"
            label={text('key.public')}
            hint={text('key.public.hint')}
            value={recipient}
            onChange={() => {}}
            readOnly
          />
        </div>
        <Row>
          <Button kind="primary" onPress={() => void copy()}>
            {text('key.copy')}
          </Button>
          <Link href="/read">{text('key.toRead')}</Link>
        </Row>
        <Section title={text('reply.next')}>
          <ol className={styles.steps}>
            {(['give', 'keep', 'passphrase', 'check'] as const).map(step => (
              <li key={step}>{text(`key.next.${step}`)}</li>
            ))}
          </ol>
        </Section>
      </Stack>
    </Page>
  )
}

/** Whether the desktop let the window put it on the clipboard. */
async function copied(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    void call('vault.copied', {})
    return true
  } catch {
    return false
  }
}

function selectKey() {
  focusField('public-key')
  if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.select()
}

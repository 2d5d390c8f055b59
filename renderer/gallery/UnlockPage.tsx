import { useState } from 'react'
import { Button, Form, Page, PassphraseField, Row, StrengthMeter, TextButton } from '../ui/index.ts'
import type { Words } from './words.ts'

const nothing = () => {}

/** The first thing anyone sees. */
export function UnlockPage({ words }: { readonly words: Words }) {
  const [said, setSaid] = useState('')
  return (
    <Page title={words.unlockTitle} lead={words.unlockLead}>
      <Form
        onSubmit={nothing}
        actions={
          <Button kind="primary" type="submit">
            {words.unlock}
          </Button>
        }
      >
        <PassphraseField
          label={words.pass}
          hint={words.passHint}
          value={said}
          onChange={setSaid}
          showLabel={words.show}
          hideLabel={words.hide}
          capsLockHint={words.caps}
          takesFocus
          strength={
            <StrengthMeter label={words.strength} word={words.strong} level={3} detail={words.strongDetail} />
          }
        />
      </Form>
      <Row gap={24}>
        <TextButton onPress={nothing}>{words.anotherVault}</TextButton>
        <TextButton onPress={nothing}>{words.newVault}</TextButton>
      </Row>
    </Page>
  )
}

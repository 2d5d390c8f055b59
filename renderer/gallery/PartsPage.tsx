import { useState } from 'react'
import { Pencil, Plus } from 'lucide-react'
import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  Divider,
  IconButton,
  Kbd,
  Link,
  Mark,
  Notice,
  Page,
  Progress,
  Quiet,
  Reveal,
  Row,
  Section,
  show,
  Stack,
  TextButton,
  type Toasts,
  type Tone,
} from '../ui/index.ts'
import type { Words } from './words.ts'

const tones: readonly Tone[] = ['safe', 'care', 'stop', 'note']
const nothing = () => {}

/** The smaller parts. */
export function PartsPage({ words, toasts }: { readonly words: Words; readonly toasts: Toasts }) {
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState(false)
  return (
    <Page title={words.overview} lead={words.consentLead}>
      <Row>
        <Button kind="primary">{words.save}</Button>
        <Button icon={Plus}>{words.begin}</Button>
        <Button kind="danger" onPress={() => setOpen(true)}>
          {words.destroy}
        </Button>
        <Button kind="primary" busy={words.sealing}>
          {words.save}
        </Button>
        <Button disabled>{words.later}</Button>
        <IconButton icon={Pencil} name={words.change} />
        <Link href="/cases">{words.casesTitle}</Link>
        <TextButton
          onPress={() =>
            show(toasts, {
              text: words.toastText,
              tone: 'safe',
              action: { label: words.undo, onPress: nothing },
            })
          }
        >
          {words.undo}
        </TextButton>
        <Kbd>Ctrl</Kbd>
        <Mark size="large" />
      </Row>
      <Stack gap={12}>
        {tones.map((tone, index) => (
          <Notice key={tone} tone={tone} title={index === 2 ? words.blockWhat : undefined}>
            {words.tone[index]}
          </Notice>
        ))}
        <Row>
          {tones.map((tone, index) => (
            <Badge key={tone} tone={tone}>
              {words.tasks[index]?.[1]}
            </Badge>
          ))}
          <Badge>{words.tasks[5]?.[1]}</Badge>
        </Row>
      </Stack>
      <Divider />
      <Section title={words.ownWords}>
        <Reveal
          shown={shown ? words.revealed : null}
          hiddenLabel={words.hidden}
          showLabel={words.show}
          hideLabel={words.hide}
          onShow={() => setShown(true)}
          onHide={() => setShown(false)}
        />
        <Progress
          label={words.sealing}
          value={0.25}
          detail={words.sealed}
          cancel={{ label: words.stop, onPress: nothing }}
        />
        <Progress label={words.sealing} />
        <Card title={words.summary} actions={<Button>{words.change}</Button>}>
          <p>{words.moreText}</p>
          <Quiet>{words.quoteBy}</Quiet>
        </Card>
      </Section>
      <ConfirmDialog
        open={open}
        danger
        title={words.destroy}
        consequence={words.consequence}
        confirmLabel={words.destroy}
        keepLabel={words.keep}
        typed={{ label: words.typeCode, hint: words.code, expected: words.code }}
        onConfirm={() => setOpen(false)}
        onClose={() => setOpen(false)}
      />
    </Page>
  )
}

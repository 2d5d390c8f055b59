import type { ReactNode } from 'react'
import { EmailPreview, type EmailFile, type ReadFile } from '../EmailFile.tsx'
import { useText } from '../text.tsx'
import { Button, Divider, Quiet, Section, Stack } from '../ui/index.ts'
import styles from './case.module.css'

interface SourceStepProps {
  readonly file: EmailFile
  readonly onGoOn: (read: ReadFile | null) => void
  readonly onBack: () => void
}

/** What the allegation came as: an e-mail file, or something without one. */
export function SourceStep({ file, onGoOn, onBack }: SourceStepProps) {
  const text = useText()
  const without = () => {
    file.drop()
    onGoOn(null)
  }
  const use = (
    <Button kind="primary" onPress={() => onGoOn(file.read)}>
      {text('caseStart.useEmail')}
    </Button>
  )
  return (
    <Section
      title={text('caseStart.source')}
      lead={text(file.read ? 'caseStart.useEmail.lead' : 'caseStart.source.lead')}
    >
      <EmailPreview file={file} actions={use} />
      {!file.read && file.reading === null && (
        <Way hint={text('caseStart.fromEmail.hint')}>
          <Button kind="primary" onPress={file.choose}>
            {text('caseStart.fromEmail')}
          </Button>
        </Way>
      )}
      <Divider />
      <Way hint={text('caseStart.withoutEmail.hint')}>
        <Button onPress={without}>{text('caseStart.withoutEmail')}</Button>
      </Way>
      <div className={styles.actions}>
        <Button onPress={onBack}>{text('caseStart.back')}</Button>
      </div>
    </Section>
  )
}

function Way({ hint, children }: { readonly hint: string; readonly children: ReactNode }) {
  return (
    <Stack gap={8}>
      <div className={styles.actions}>{children}</div>
      <Quiet>{hint}</Quiet>
    </Stack>
  )
}

import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CaseView } from '../../shared/case/model.ts'
import { EmailPreview, useEmailFile } from '../EmailFile.tsx'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, Page, Progress, Quiet, Stack, show } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

/** Reads one more e-mail and, when it is the right one, puts it on the case. */
export function AddEmail({ view }: { readonly view: CaseView }) {
  const text = useText()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const { run, refusal } = useCase()
  const file = useEmailFile()
  async function add() {
    if (!file.read || busy) return
    setBusy(true)
    await run('import.addEmail', { caseId: view.case.id, fileId: file.read.fileId })
    setBusy(false)
    if (useCase.getState().refusal) return
    show(toasts, { text: text('source.added'), tone: 'safe' })
    navigate(placeOf(view, 'source'))
  }
  const keep = (
    <Button kind="primary" onPress={() => void add()}>
      {text('source.keep')}
    </Button>
  )
  return (
    <Page
      title={text('source.addTitle')}
      lead={file.read ? text('caseStart.useEmail.lead') : undefined}
      back={{ label: text('source.title'), href: placeOf(view, 'source') }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <EmailPreview file={file} actions={keep} level={2} />
      {busy && <Progress label={text('source.keeping')} />}
      {!file.read && file.reading === null && (
        <Stack gap={8}>
          <div>
            <Button kind="primary" onPress={file.choose}>
              {text('email.choose')}
            </Button>
          </div>
          <Quiet>{text('caseStart.fromEmail.hint')}</Quiet>
        </Stack>
      )}
    </Page>
  )
}

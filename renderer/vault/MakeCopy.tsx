import { useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import { CopyLabel } from '../../shared/vault/copies.ts'
import { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Code, DescriptionList, Form, Link, Notice, Stack, TextField } from '../ui/index.ts'
import { CopyProgress } from './CopyProgress.tsx'
import { megabytes } from './megabytes.ts'

const CopyForm = z.strictObject({ label: CopyLabel })

type Made = NonNullable<Output<'vault.makeCopy'>>

/** Makes a copy: what to call the stick, where to, and what became of it. */
export function MakeCopy({ onMade }: { readonly onMade: () => void }) {
  const text = useText()
  const { busy, refusal, ask } = useAsking()
  const [made, setMade] = useState<Made | null>(null)
  const form = useForm(CopyForm, { name: 'copies', initial: { label: '' }, draft: 'vault:copy' })
  const make = () =>
    form.submit(async ({ label }) => {
      setMade(null)
      const reply = await ask('vault.makeCopy', { label })
      if (!reply.ok || reply.value === null) return false
      setMade(reply.value)
      form.set('label', '')
      onMade()
      return true
    })
  return (
    <Stack gap={24}>
      <Form
        onSubmit={() => void make()}
        actions={
          <Button kind="primary" type="submit" busy={busy ? text('copies.make.busy') : null}>
            {text('copies.make')}
          </Button>
        }
      >
        <TextField
          id="copy-label"
          label={text('copies.label.ask')}
          hint={text('copies.label.hint')}
          value={form.value.label ?? ''}
          onChange={label => form.set('label', label)}
          error={form.error('label')}
          width="medium"
        />
        <CopyProgress running={busy} />
        {refusal && <RefusalNotice refusal={refusal} live />}
      </Form>
      {made && <WhatWasMade made={made} />}
    </Stack>
  )
}

function WhatWasMade({ made: { name, bytes, entries } }: { readonly made: Made }) {
  const text = useText()
  return (
    <Stack gap={12}>
      <Notice
        tone="safe"
        title={text('copies.made.title')}
        live
        actions={<Link href="/vault/copies/drill">{text('drill.open')}</Link>}
      >
        {text('copies.made.how')}
      </Notice>
      <DescriptionList
        rows={[
          { id: 'name', label: text('copies.file'), value: <Code>{name}</Code> },
          {
            id: 'size',
            label: text('copies.size'),
            value: text('copies.size.mb', { size: megabytes(bytes) }),
          },
          { id: 'entries', label: text('copies.entries'), value: entries },
        ]}
      />
    </Stack>
  )
}

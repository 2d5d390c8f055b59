import { mayApprove } from '../shared/brief/approval.ts'
import { Note } from '../shared/model.ts'
import { z } from '../shared/zod.ts'
import { AskApproval, DeclineForm, FileWay, LastAsking } from './AskApproval.tsx'
import { FormTop, useLeave } from './FormPage.tsx'
import { useForm } from './form.ts'
import type { Outward } from './outward.ts'
import { useSession } from './session.ts'
import { useText } from './text.tsx'
import { Button, Disclosure, Form, Notice, Stack, TextArea } from './ui/index.ts'
import { RefusalNotice } from './RefusalNotice.tsx'

interface ApprovingProps {
  readonly of: Outward
}

/** The only officer approves alone; otherwise somebody else than the author does, who may also decline. */
export function Approving({ of }: ApprovingProps) {
  const text = useText()
  const vault = useSession(state => state.vault)
  const isSole = vault?.people === 1
  if (isSole)
    return (
      <Stack gap={24}>
        <LastAsking of={of} />
        <FileWay of={of} />
        <ApproveForm of={of} sole />
      </Stack>
    )
  const no = mayApprove(
    { role: vault?.officer ?? '', duties: vault?.duties ?? [], sole: false },
    { author: of.author, sole: false },
  )
  if (no === 'brief/author-cannot-approve') return <AskApproval of={of} />
  if (no) return <RefusalNotice refusal={{ code: no }} />
  return (
    <Stack gap={24}>
      <LastAsking of={of} />
      <ApproveForm of={of} sole={false} />
      <Disclosure label={text(`${of.kind}.decline`)}>
        <DeclineForm of={of} />
      </Disclosure>
    </Stack>
  )
}

const Statement = z.strictObject({ statement: Note.min(1) })

function ApproveForm({ of, sole }: ApprovingProps & { readonly sole: boolean }) {
  const text = useText()
  const leave = useLeave()
  const { kind, id, places } = of
  const form = useForm(Statement, {
    name: sole ? `${kind}.approve` : `${kind}.approveOther`,
    initial: { statement: '' },
    draft: `${kind}:approve:${id}`,
  })
  const approve = async ({ statement }: { readonly statement: string }) => {
    const approved = await of.approve({ sole, statement })
    if (approved) leave(places.item, text(`${kind}.approved`))
    return approved
  }
  return (
    <>
      <FormTop form={form} />
      {sole && (
        <Notice tone="care" title={text(`${kind}.approve.soleTitle`)}>
          {text(`${kind}.approve.sole`)}
        </Notice>
      )}
      <Form
        onSubmit={() => void form.submit(approve)}
        actions={
          <Button kind="primary" type="submit">
            {text(sole ? `${kind}.approve.do` : `${kind}.approve.doOther`)}
          </Button>
        }
      >
        <TextArea
          id="statement"
          label={text(sole ? `${kind}.approve.statement` : `${kind}.approve.why`)}
          hint={text(`${kind}.approve.statement.hint`)}
          error={form.error('statement')}
          maxLength={4_000}
          value={form.value.statement ?? ''}
          onChange={statement => form.set('statement', statement)}
        />
      </Form>
    </>
  )
}

import { useKept } from '../kept.ts'
import { useAsking } from '../asking.ts'
import { toasts } from '../session.ts'
import { useText } from '../text.tsx'
import { Button, ConfirmDialog, show } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

/** Deletes the practice vault after one question. */
export function DeletePractice({ onDeleted }: { readonly onDeleted: () => void }) {
  const text = useText()
  const [open, setOpen] = useKept('practice.delete', false)
  const { busy, refusal, ask } = useAsking()
  const remove = async () => {
    const reply = await ask('practice.delete', {})
    setOpen(false)
    if (!reply.ok) return
    show(toasts, { text: text('practice.deleted'), tone: 'safe' })
    onDeleted()
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text('practice.delete')}</Button>
      <ConfirmDialog
        open={open}
        danger
        title={text('practice.delete.title')}
        consequence={text('practice.delete.consequence')}
        confirmLabel={text('practice.delete.do')}
        keepLabel={text('practice.delete.keep')}
        busy={busy ? text('practice.delete.busy') : null}
        onConfirm={() => void remove()}
        onClose={() => setOpen(false)}
      />
      {refusal && <RefusalNotice refusal={refusal} live />}
    </>
  )
}

import { useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { classes } from './given.ts'
import { TextField } from './TextField.tsx'

/** Properties of `Dialog`. Escape closes it. */
export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The buttons, the main one first. */
  readonly actions?: ReactNode
  /** A question that must be answered: `alertdialog`. */
  readonly urgent?: boolean | undefined
}

/** One short task over the page. Use a page of its own for anything longer. */
export function Dialog({ open, onClose, title, children, actions, urgent = false }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={now => {
        if (!now) onClose()
      }}
      className={classes(styles.overlay)}
    >
      <Modal className={classes(styles.modal)}>
        <AriaDialog role={urgent ? 'alertdialog' : 'dialog'} className={classes(styles.dialog)}>
          <Heading slot="title" className={classes(styles.title)}>
            {title}
          </Heading>
          {children}
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What must be typed before a destructive act: usually the code of the case. */
export interface Typed {
  readonly label: string
  readonly hint?: string | undefined
  readonly expected: string
}

/** Properties of `ConfirmDialog`. Both buttons say what they do: "Destroy this copy", "Keep it". */
export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will be so afterwards, and whether it can be undone. */
  readonly consequence: ReactNode
  readonly confirmLabel: string
  readonly keepLabel: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly danger?: boolean | undefined
  readonly typed?: Typed | undefined
  /** What the button says while it works. */
  readonly busy?: string | null | undefined
  /** More to fill in: a reason, for instance. */
  readonly children?: ReactNode
}

/** Asks before something that matters, by saying what it will do. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, onClose } = props
  return (
    <Dialog open={open} onClose={onClose} title={title} urgent>
      <Confirmation {...props} />
    </Dialog>
  )
}

function Confirmation(props: ConfirmDialogProps) {
  const { consequence, typed, danger = false, busy, children } = props
  const [said, setSaid] = useState('')
  const ready = typed === undefined || said.trim() === typed.expected
  return (
    <>
      <div className={styles.consequence}>{consequence}</div>
      {children}
      {typed && (
        <TextField label={typed.label} hint={typed.hint} value={said} onChange={setSaid} width="medium" />
      )}
      <div className={styles.actions}>
        <Button kind={danger ? 'danger' : 'primary'} busy={busy} disabled={!ready} onPress={props.onConfirm}>
          {props.confirmLabel}
        </Button>
        <Button onPress={props.onClose}>{props.keepLabel}</Button>
      </div>
    </>
  )
}

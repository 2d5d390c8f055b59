import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components'
import { X } from 'lucide-react'
import { IconButton, TextButton } from './Button.tsx'
import { classes } from './given.ts'
import styles from './Toast.module.css'
import type { Tone } from './tone.ts'

/** A short message that something has happened. Never for what must be read: use `Notice`. */
export interface Message {
  readonly text: string
  readonly tone?: Tone | undefined
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** Messages waiting to be seen. */
export type Toasts = ToastQueue<Message>

/** An empty queue of messages; one is seen at a time. One for the whole window. */
export const createToasts = (): Toasts => new ToastQueue<Message>({ maxVisibleToasts: 1 })

/**
 * Shows a message for six seconds, longer while it is pointed at; one with an action stays until dismissed.
 * The newest takes the place of the one before: an old message about something else only misleads.
 */
export function show(toasts: Toasts, message: Message): void {
  for (const { key } of toasts.visibleToasts) toasts.close(key)
  toasts.add(message, message.action ? {} : { timeout: 6_000 })
}

/** Properties of `ToastRegion`. */
export interface ToastRegionProps {
  readonly toasts: Toasts
  readonly label: string
  readonly dismissLabel: string
}

/** Where messages appear: the end corner at the foot of the window. */
export function ToastRegion({ toasts, label, dismissLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className={classes(styles.region)}>
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className={classes(styles.toast)}
          data-tone={toast.content.tone ?? 'neutral'}
        >
          <ToastContent className={styles.content}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action && (
            <TextButton onPress={toast.content.action.onPress}>{toast.content.action.label}</TextButton>
          )}
          <IconButton icon={X} name={dismissLabel} onPress={() => toasts.close(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}

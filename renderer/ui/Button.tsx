import type { ReactNode } from 'react'
import { Button as AriaButton, Link as AriaLink, Tooltip, TooltipTrigger } from 'react-aria-components'
import { LoaderCircle } from 'lucide-react'
import styles from './Button.module.css'
import { classes, given } from './given.ts'
import { Icon, type IconShape } from './Icon.tsx'

/** How much a button asks for attention. One `primary` per screen. */
export type ButtonKind = 'primary' | 'quiet' | 'danger'

/** Properties of `Button`. `busy` is what it says while it works; it cannot be pressed meanwhile. */
export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  readonly kind?: ButtonKind | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly busy?: string | null | undefined
  readonly disabled?: boolean | undefined
  readonly icon?: IconShape | undefined
  /** For keys in lists: what exactly, when the words alone do not say ("Change" of what). */
  readonly name?: string | undefined
  readonly takesFocus?: boolean | undefined
}

/** Does something now. The default kind is `quiet`. */
export function Button(props: ButtonProps) {
  const { children, kind = 'quiet', busy = null, icon, name, onPress, disabled, type, takesFocus } = props
  return (
    <AriaButton
      {...given({ type, onPress, isDisabled: disabled, 'aria-label': name, autoFocus: takesFocus })}
      className={classes(styles.button)}
      data-kind={kind}
      isPending={busy !== null}
    >
      {busy !== null ? (
        <LoaderCircle className={styles.turning} aria-hidden="true" />
      ) : (
        icon && <Icon of={icon} />
      )}
      <span>{busy ?? children}</span>
    </AriaButton>
  )
}

/** Properties of `Link`. */
export interface LinkProps {
  readonly href: string
  readonly children: ReactNode
  readonly kind?: 'text' | 'quiet' | 'button' | undefined
  /** What exactly, when the words alone do not say. Must contain the visible words. */
  readonly name?: string | undefined
}

/** Goes somewhere inside Vigil. `quiet` is for names in tables and lists; `button` for the one next step. */
export function Link({ href, children, kind = 'text', name }: LinkProps) {
  const look = kind === 'button' ? styles.button : styles.link
  return (
    <AriaLink
      {...given({ 'aria-label': name })}
      href={href}
      className={classes(look)}
      data-kind={kind === 'button' ? 'primary' : kind}
    >
      {children}
    </AriaLink>
  )
}

/** Properties of `TextButton`. */
export interface TextButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
}

/** A button that reads like a link: "Change", "Clear all". */
export function TextButton({ children, onPress, name, disabled }: TextButtonProps) {
  return (
    <AriaButton
      {...given({ 'aria-label': name, isDisabled: disabled })}
      className={classes(styles.link)}
      data-kind="text"
      onPress={onPress}
    >
      {children}
    </AriaButton>
  )
}

/** Properties of `IconButton`. `name` is both its name and its tooltip. */
export interface IconButtonProps {
  readonly icon: IconShape
  readonly name: string
  readonly onPress?: (() => void) | undefined
  readonly disabled?: boolean | undefined
  readonly directional?: boolean | undefined
  readonly pressed?: boolean | undefined
}

/** A button that is only an icon; its name shows after a moment's pointing and on focus. */
export function IconButton({ icon, name, onPress, disabled, directional, pressed }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...given({ onPress, isDisabled: disabled, 'aria-pressed': pressed })}
        className={classes(styles.iconButton)}
        aria-label={name}
      >
        <Icon of={icon} directional={directional} />
      </AriaButton>
      <Tooltip className={classes(styles.tooltip)} offset={8}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  )
}

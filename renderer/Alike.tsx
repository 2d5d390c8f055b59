import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CaseState } from '../shared/case/model.ts'
import type { CaseId } from '../shared/model.ts'
import styles from './Alike.module.css'
import { CasePeek } from './CasePeek.tsx'
import { useText } from './text.tsx'
import { Badge, Button, Code, Dialog, Link, Quiet, TextButton } from './ui/index.ts'

/** A case that may be about the same person or the same e-mail, by codes. */
export interface Alike {
  readonly caseId: CaseId
  readonly code: string
  readonly state: CaseState
  /** The code of the person, when it is about one. */
  readonly label: string | null
  /** Why it is here, in words. */
  readonly why: string
  /** Where it is opened. */
  readonly href: string
}

interface Props {
  readonly label: string
  readonly some: readonly Alike[]
  /** Whether the codes lead there: not where something typed would be left behind. */
  readonly opens?: boolean | undefined
  /** Whether a look leads on to the case: not where something typed would be lost. */
  readonly leads?: boolean | undefined
}

/** Each with a look at its case that leaves this page as it is. */
export function AlikeList({ label, some, opens = false, leads = true }: Props) {
  const text = useText()
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<Alike | null>(null)
  const close = () => setShown(null)
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {some.map(one => (
          <li key={`${one.caseId} ${one.label}`}>
            {opens ? (
              <Link kind="quiet" href={one.href}>
                <Codes {...one} />
              </Link>
            ) : (
              <Codes {...one} />
            )}
            <Badge>{text(`case.state.${one.state}`)}</Badge>
            <span>{one.why}</span>
            <TextButton onPress={() => setShown(one)} name={text('alike.look.name', { code: one.code })}>
              {text('alike.look')}
            </TextButton>
          </li>
        ))}
      </ul>
      <Dialog
        open={shown !== null}
        onClose={close}
        title={text('alike.title', { code: shown?.code ?? '' })}
        actions={
          <>
            <Button kind="primary" onPress={close}>
              {text('alike.back')}
            </Button>
            {shown && leads && <Button onPress={() => navigate(shown.href)}>{text('alike.open')}</Button>}
          </>
        }
      >
        {shown && (
          <>
            <Quiet>{shown.why}</Quiet>
            <CasePeek caseId={shown.caseId} />
          </>
        )}
      </Dialog>
    </>
  )
}

function Codes({ code, label }: Pick<Alike, 'code' | 'label'>) {
  return (
    <span className={styles.codes}>
      <Code>{code}</Code> {label !== null && <Code>{label}</Code>}
    </span>
  )
}

import { useEffect, useRef } from 'react'
import type { Refusal } from '../openCase.ts'
import { useText, type Text } from '../text.tsx'
import { Link, Notice, Quiet, Stack } from '../ui/index.ts'

interface Props {
  /** What was found, as it is named when a vault does not open. */
  readonly why: Pick<Refusal, 'code' | 'facts'>
}

/**
 * The vault was open a moment ago and was closed because it is damaged. It takes the focus: nobody asked for that, and another
 * try with the passphrase would lead nowhere.
 */
export function ClosedForDamage({ why }: Props) {
  const text = useText()
  const title = text('vault.closedFor')
  const here = useRef<HTMLElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <section ref={here} tabIndex={-1} aria-label={title}>
      <Notice tone="stop" title={title} actions={<Link href="/damage">{text('refusalPlace.damage')}</Link>}>
        <Stack gap={8}>
          <p>{whyIn(text, why)}</p>
          <Quiet>{text('vault.closedFor.typed')}</Quiet>
        </Stack>
      </Notice>
    </section>
  )
}

/** Damaged pages have a sentence of their own here: nobody has just typed a passphrase. */
function whyIn(text: Text, why: Props['why']): string {
  const { damaged, pages } = why.facts ?? {}
  if (why.code !== 'vault/pages-damaged' || damaged === undefined || pages === undefined)
    return text.refusal(why)
  return text('vault.closedFor.pages', { damaged, pages })
}

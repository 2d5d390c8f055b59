import { useText } from '../text.tsx'
import { Link, Notice } from '../ui/index.ts'

/** In place of the way out while the paper may not leave. */
export function NotReady({ href }: { readonly href: string }) {
  const text = useText()
  return (
    <Notice tone="care" actions={<Link href={href}>{text('papers.toPaper')}</Link>}>
      {text('papers.notReady')}
    </Notice>
  )
}

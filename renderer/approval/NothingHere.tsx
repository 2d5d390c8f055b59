import type { Refusal } from '../openCase.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Link, Page } from '../ui/index.ts'

/** In place of a package that is not on the desk, or cannot be read: why, and where files are chosen. */
export function NothingHere({ title, refusal }: { readonly title: string; readonly refusal: Refusal }) {
  const text = useText()
  return (
    <Page title={title} back={{ label: text('takeIn.title'), href: '/take-in' }}>
      <RefusalNotice refusal={refusal} />
      <p>
        <Link kind="button" href="/take-in">
          {text('approval.chooseFile')}
        </Link>
      </p>
    </Page>
  )
}

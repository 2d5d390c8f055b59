import { useAnswer } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Page, Progress } from '../ui/index.ts'
import { DraftHandover } from './DraftHandover.tsx'
import { SentHandover } from './SentHandover.tsx'

/** One handover of this office: being prepared, or what became of it. */
export function OneHandover({ id }: { readonly id: string }) {
  const text = useText()
  const { value: view, refusal, again } = useAnswer('handover.view', { handoverId: id })
  return (
    <Page
      title={text('caseload.title')}
      lead={view ? <bdi>{colleagueName(text, view.colleague)}</bdi> : undefined}
      width="wide"
      back={{ label: text('caseload.open'), href: '/handover/caseload' }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      {view === null && !refusal && <Progress label={text('caseload.loading')} />}
      {view && !view.sent && <DraftHandover view={view} onSent={again} />}
      {view?.sent && <SentHandover view={view} onChange={again} />}
    </Page>
  )
}

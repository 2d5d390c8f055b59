import type { CaseView } from '../../shared/case/model.ts'
import type { HarmCheck } from '../../shared/risk/model.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { useText } from '../text.tsx'
import { Quiet } from '../ui/index.ts'
import { HarmOutcome } from './HarmOutcome.tsx'
import { HarmQuestions } from './HarmQuestions.tsx'
import { WholeCheck, harmBeginning, type HarmTyped } from './harm.ts'

interface HarmCheckPageProps {
  readonly view: CaseView
  /** What would leave, and the check before, if there was one. */
  readonly item: { readonly id: string; readonly harmCheck: HarmCheck | null }
  /** The page the check belongs to. */
  readonly back: { readonly label: string; readonly href: string }
}

/** The do-no-harm check before one thing may leave. Begins with the answers of the check before. */
export function HarmCheckPage({ view, item, back }: HarmCheckPageProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(WholeCheck, {
    name: 'harm',
    initial: harmBeginning(view, item.id, item.harmCheck),
    draft: `harm:${item.id}`,
  })
  const save = async (check: HarmTyped) => {
    const saved = await done('risk.checkHarm', check)
    if (saved) leave(back.href, text('harm.saved'))
    return saved
  }
  return (
    <CasePage view={view} title={text('harm.title')} lead={text('harm.lead')} under={back}>
      <FormBody form={form} save={text('harm.save')} back={back.href} onSave={save}>
        <HarmQuestions form={form} />
        <HarmOutcome form={form} />
        <Quiet>{text('harm.basis')}</Quiet>
      </FormBody>
    </CasePage>
  )
}

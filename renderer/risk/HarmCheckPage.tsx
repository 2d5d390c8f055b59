import { useEffect, useState } from 'react'
import type { BriefView } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { BriefId } from '../../shared/model.ts'
import { call } from '../api.ts'
import { CasePage, GonePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Quiet } from '../ui/index.ts'
import { HarmOutcome } from './HarmOutcome.tsx'
import { HarmQuestions } from './HarmQuestions.tsx'
import { WholeCheck, harmBeginning, type HarmTyped } from './harm.ts'

interface HarmCheckPageProps {
  readonly view: CaseView
  readonly briefId: string
}

/** The do-no-harm check before one brief may leave. Begins with the answers of the check before, if there was one. */
export function HarmCheckPage({ view, briefId }: HarmCheckPageProps) {
  const [brief, setBrief] = useState<BriefView | 'gone' | null>(null)
  useEffect(() => void briefOf(briefId).then(setBrief), [briefId])
  if (brief === null) return null
  if (brief === 'gone') return <GonePage view={view} code="brief/gone" />
  return <Check view={view} brief={brief} />
}

async function briefOf(briefId: string): Promise<BriefView | 'gone'> {
  const id = BriefId.safeParse(briefId)
  if (!id.success) return 'gone'
  const reply = await call('brief.view', { briefId: id.data })
  return reply.ok ? reply.value : 'gone'
}

function Check({ view, brief }: { readonly view: CaseView; readonly brief: BriefView }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const back = placeOf(view, 'brief', brief.id)
  const form = useForm(WholeCheck, {
    name: 'harm',
    initial: harmBeginning(view, brief.id, brief.harmCheck),
    draft: `harm:${brief.id}`,
  })
  const save = async (check: HarmTyped) => {
    const saved = await done('risk.checkHarm', check)
    if (saved) leave(back, text('harm.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('harm.title')}
      lead={text('harm.lead')}
      under={{ label: text('harm.back'), href: back }}
    >
      <FormBody form={form} save={text('harm.save')} back={back} onSave={save}>
        <HarmQuestions form={form} />
        <HarmOutcome form={form} />
        <Quiet>{text('harm.basis')}</Quiet>
      </FormBody>
    </CasePage>
  )
}

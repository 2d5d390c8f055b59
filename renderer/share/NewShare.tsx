import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKept } from '../kept.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { ColleagueId } from '../../shared/model.ts'
import { useAnswer } from '../asking.ts'
import { CasePage } from '../CasePage.tsx'
import { ColleagueChoice } from '../ColleagueChoice.tsx'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Form, Link } from '../ui/index.ts'

/** Who the case goes to. Everything else begins as it was with them the last time. */
export function NewShare({ view }: { readonly view: CaseView }) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const { chosen, choose, error, begin } = useBeginning(view)
  const back = placeOf(view, 'share')
  return (
    <CasePage
      view={view}
      title={text('share.new')}
      lead={text('share.new.lead')}
      under={{ label: text('share.title'), href: back }}
    >
      {refusal && <RefusalNotice refusal={refusal} live />}
      <Form
        onSubmit={() => void begin()}
        actions={
          <>
            <Button kind="primary" type="submit">
              {text('share.new.do')}
            </Button>
            <Link href={back}>{text('app.cancel')}</Link>
          </>
        }
      >
        <ColleagueChoice
          one
          id="colleague"
          label={text('share.to')}
          error={error}
          values={chosen === null ? [] : [chosen]}
          onChange={([id]) => choose(id ?? null)}
        />
      </Form>
    </CasePage>
  )
}

function useBeginning(view: CaseView) {
  const text = useText()
  const [, navigate] = useLocation()
  const { run } = useCase()
  const { value: colleagues } = useAnswer('colleague.list', {})
  const [picked, setPicked] = useKept<ColleagueId | null>('share.colleague', null)
  const [isMissing, setMissing] = useState(false)
  const can = (colleagues ?? []).filter(({ standing, kind }) => standing === 'verified' && kind === 'hybrid')
  const [only, ...others] = can
  const chosen = picked ?? (only && others.length === 0 ? only.id : null)
  const begin = async () => {
    setMissing(chosen === null)
    if (chosen === null) return
    const begun = await run('share.start', { caseId: view.case.id, colleagueId: chosen })
    if (begun) navigate(placeOf(view, 'share', begun.shareId))
  }
  const error = isMissing && chosen === null ? text('share.to.missing') : undefined
  return { chosen, choose: setPicked, error, begin }
}

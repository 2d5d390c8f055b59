import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKept } from '../kept.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { CaseMerge } from '../../shared/exchange/preview.ts'
import { Line } from '../../shared/model.ts'
import { useAnswer } from '../asking.ts'
import { CasePage } from '../CasePage.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { useLeave } from '../FormPage.tsx'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, Disclosure, EmptyState, Form, Link, Quiet, Section, Stack, TextField } from '../ui/index.ts'

interface Props {
  readonly view: CaseView
}

/** What came into a case by file, newest first; the last can be taken out again. */
export function CamePage({ view }: Props) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const { value: merges, again } = useAnswer('exchange.merges', { caseId: view.case.id })
  return (
    <CasePage view={view} title={text('came.title')} lead={text('came.lead')}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {merges?.length === 0 && (
        <EmptyState title={text('came.none')} actions={<Link href="/take-in">{text('takeIn.choose')}</Link>}>
          {text('came.none.means')}
        </EmptyState>
      )}
      <Stack gap={16}>
        {merges?.map(merge => (
          <One key={merge.id} view={view} merge={merge} onDone={again} />
        ))}
      </Stack>
    </CasePage>
  )
}

interface OneProps extends Props {
  readonly merge: CaseMerge
  readonly onDone: () => void
}

function One({ view, merge, onDone }: OneProps) {
  const text = useText()
  const { from, sentAt, at, by, added, changed, undone, last } = merge
  return (
    <Section title={text('came.from', { who: colleagueName(text, from), at: text.moment(at) })}>
      <Stack gap={8}>
        <p>{text('came.brought', { added, changed })}</p>
        <Quiet>{text('came.sent', { at: text.moment(sentAt), by })}</Quiet>
        {undone && (
          <p>
            {text('came.undone', { by: undone.by, at: text.moment(undone.at) })} <bdi>{undone.why}</bdi>
          </p>
        )}
        {last && undone === null && (
          <Disclosure label={text('came.undo')}>
            <Undo view={view} merge={merge} onDone={onDone} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

function Undo({ view, merge, onDone }: OneProps) {
  const text = useText()
  const { run } = useCase()
  const leave = useLeave()
  const [, navigate] = useLocation()
  const [why, setWhy] = useKept('undo.why', '')
  const [isMissing, setMissing] = useState(false)
  const undo = async () => {
    const said = Line.safeParse(why)
    setMissing(!said.success)
    if (!said.success) return
    const undone = await run('exchange.undo', { mergeId: merge.id, why: said.data })
    if (undone === null) return onDone()
    if (undone.caseGone) return navigate('/cases')
    leave(placeOf(view, 'came'), text('came.undo.done'))
    return onDone()
  }
  return (
    <Form onSubmit={() => void undo()} actions={<Button type="submit">{text('came.undo.do')}</Button>}>
      <p>{text('came.undo.means')}</p>
      <TextField
        id={`why-${merge.id}`}
        label={text('came.undo.why')}
        error={isMissing ? text('came.undo.why.missing') : undefined}
        maxLength={200}
        value={why}
        onChange={setWhy}
      />
    </Form>
  )
}

import { ScopeAnswers } from '../../shared/scope/model.ts'
import { noScopeAnswers, scopeResult } from '../../shared/scope/rules.ts'
import { useKept } from '../kept.ts'
import { CasePage } from '../CasePage.tsx'
import { FormTop, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Typed } from '../form.ts'
import { placeOf, type PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { Quiet, Stack } from '../ui/index.ts'
import { AnsweredQuestions } from './AnsweredQuestions.tsx'
import { asked, heeded, isAnswered, nextUnanswered, questionIds, type QuestionId } from './questions.ts'
import { QuestionForm } from './QuestionForm.tsx'
import { ScopeEnd } from './ScopeEnd.tsx'
import { ScopeResultPanel } from './ScopeResultPanel.tsx'

/** The scope test as a short conversation: one question at a time, what was answered above it, the result below. */
export function ScopePart({ view }: PartProps) {
  const text = useText()
  const form = useForm(ScopeAnswers, {
    name: 'scope',
    initial: view.scope?.answers ?? noScopeAnswers,
    draft: `scope:${view.case.id}`,
  })
  const answers = answersIn(form.value)
  const { current, turnTo, moved } = useTurn(answers)
  const save = useSave(view)
  const result = scopeResult(heeded(answers))
  const saveNow = () => void form.submit(async () => save(heeded(answers)))
  return (
    <CasePage view={view} title={text('scope.title')} lead={text('scope.lead')}>
      <FormTop form={form} />
      <AnsweredQuestions
        answers={answers}
        ids={asked(answers).filter(id => id !== current && isAnswered(id, answers))}
        onChange={turnTo}
      />
      {current !== null && (
        <Stack gap={4}>
          <Quiet>
            {text('scope.step', { step: questionIds.indexOf(current) + 1, of: questionIds.length })}
          </Quiet>
          <QuestionForm
            key={current}
            id={current}
            view={view}
            form={form}
            answers={answers}
            focus={moved}
            onTouch={() => turnTo(current)}
            onNext={() => turnTo(null)}
            onSave={saveNow}
          />
        </Stack>
      )}
      <ScopeResultPanel result={result} answers={heeded(answers)} finished={current === null} />
      {current === null && (
        <ScopeEnd
          view={view}
          outcome={result.outcome}
          focus={moved}
          onSave={saveNow}
          onDecide={() => turnTo('t3')}
        />
      )}
    </CasePage>
  )
}

/** Whose turn it is: the question that was asked for, else the first without an answer; `null` at the end. */
function useTurn(answers: ScopeAnswers) {
  const [turn, setTurn] = useKept<{ readonly to: QuestionId | null; readonly moved: boolean }>('scope.turn', {
    to: null,
    moved: false,
  })
  const turnTo = (to: QuestionId | null) => setTurn({ to, moved: true })
  return { current: turn.to ?? nextUnanswered(answers), moved: turn.moved, turnTo }
}

/** What the form holds as answers: fields of a form may be `null`, answers that are lists or texts may not. */
const answersIn = (value: Typed<ScopeAnswers>): ScopeAnswers => ({
  ...noScopeAnswers,
  ...value,
  harmed: value.harmed ?? [],
  indicators: value.indicators ?? [],
  remuneratedReason: value.remuneratedReason ?? '',
  linkWhy: value.linkWhy ?? '',
})

function useSave(view: PartProps['view']) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  return async (answers: ScopeAnswers) => {
    const saved = await done('scope.answer', { caseId: view.case.id, answers })
    if (saved) leave(placeOf(view), text('scope.saved'))
    return saved
  }
}

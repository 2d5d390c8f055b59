import { CasePage } from '../CasePage.tsx'
import { FileAskings } from '../FileAskings.tsx'
import { OverrideList } from '../OverrideList.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Link, Notice, TaskItem, TaskList } from '../ui/index.ts'
import { Leaks } from './Leaks.tsx'
import { briefPlace, nextStep, stepsOf, type StepPageProps } from './step.ts'

/** A brief that has not left: its steps, where each stands, and the next one. */
export function BriefSteps({ view, brief }: StepPageProps) {
  const text = useText()
  const next = nextStep(brief)
  const { draft } = brief
  return (
    <CasePage
      view={view}
      title={text('brief.one', { copy: brief.document.copy })}
      lead={
        <>
          <bdi>{draft.forRole}</bdi> · {text(`brief.asked.${draft.asked}`)}
        </>
      }
      under={{ label: text('brief.title'), href: placeOf(view, 'brief') }}
    >
      {brief.approval && !brief.approval.current && (
        <Notice tone="care" title={text('brief.changedSinceApproval')}>
          {text('brief.changedSinceApprovalWhy')}
        </Notice>
      )}
      <Leaks view={view} brief={brief} />
      <TaskList label={text('brief.steps')}>
        {stepsOf(brief).map(({ name, standing, state, open }) => (
          <TaskItem
            key={name}
            name={text(`brief.step.${name}`)}
            standing={standing}
            word={text(`brief.standing.${standing}`)}
            hint={hintOf(text, `brief.step.${name}.${state}`, brief)}
            href={open ? briefPlace({ view, brief }, name) : undefined}
          />
        ))}
      </TaskList>
      <p>
        <Link kind="button" href={briefPlace({ view, brief }, next)}>
          {text('brief.next', { step: text(`brief.step.${next}`) })}
        </Link>
      </p>
      <OverrideList view={view} itemId={brief.id} />
      <FileAskings view={view} itemId={brief.id} />
    </CasePage>
  )
}

const hintOf = (
  text: ReturnType<typeof useText>,
  key: string,
  { gate, leaks, alike, together }: StepPageProps['brief'],
): string => {
  const count = (verdict: string) => gate.lines.filter(line => line.verdict === verdict).length
  return text(key, {
    said: count('said'),
    withheld: count('withheld'),
    blocked: count('blocked'),
    leaks: leaks.length,
    alike: alike.filter(({ reason }) => reason === null).length,
    earlier: together.earlier.length,
    warnings: together.warnings.filter(({ reason }) => reason === null).length,
  })
}

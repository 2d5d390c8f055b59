import type { Plan } from '../../shared/plan/model.ts'
import { valueOf } from '../../shared/model.ts'
import { Persons } from '../CasePage.tsx'
import { useText, type Text } from '../text.tsx'
import { DescriptionList, Notice, Quiet, Quote, Stack, type Description } from '../ui/index.ts'
import styles from './plan.module.css'
import { planWords, type ProtectionProps } from './planText.ts'

interface SheetProps extends ProtectionProps {
  readonly plan: Plan
}

/** The plan as one page to keep in mind: what for, in whose words, what must not be done, what is ready. */
export function PlanSheet({ view, person, plan }: SheetProps) {
  const text = useText()
  const objective = valueOf(plan.objective)
  const mustNot = valueOf(plan.mustNot)
  return (
    <Stack gap={24}>
      {objective !== null && (
        <p className={styles.objective} dir="auto">
          {objective}
        </p>
      )}
      <Wishes person={person} />
      {mustNot !== null && (
        <Notice tone="stop" title={text('plan.mustNot')}>
          <bdi className={styles.said}>{mustNot}</bdi>
        </Notice>
      )}
      <DescriptionList rows={rowsOf(text, { view, person, plan })} />
      <NotAsked plan={plan} />
    </Stack>
  )
}

/** What the person wants, as they said it. */
function Wishes({ person }: Pick<ProtectionProps, 'person'>) {
  const text = useText()
  const wishes = valueOf(person.wishes)
  if (wishes === null) return null
  const { wishesLanguage, wishesTranslation } = person
  return (
    <Quote
      label={text('case.words.wishes', { who: person.label })}
      text={wishes}
      lang={
        wishesLanguage === 'other' || wishesLanguage === 'unknown' ? undefined : (wishesLanguage ?? undefined)
      }
      translation={
        wishesTranslation === ''
          ? undefined
          : { label: text('case.words.translation'), text: wishesTranslation }
      }
    />
  )
}

function rowsOf(text: Text, { view, plan }: SheetProps): Description[] {
  const said = planWords.flatMap(field => {
    const value = valueOf(plan[field])
    if (value === null) return []
    return [{ id: field, label: text(`plan.${field}`), value: <bdi className={styles.said}>{value}</bdi> }]
  })
  const trusted = {
    id: 'trusted',
    label: text('plan.trusted'),
    value: <Persons view={view} ids={plan.trusted} />,
  }
  const agreed = {
    id: 'agreed',
    label: text('plan.agreed'),
    value:
      plan.agreedOn === null
        ? text('plan.agreedNot')
        : text(plan.state === 'drafted' ? 'plan.agreedBefore' : 'plan.agreedOn', {
            day: text.day(plan.agreedOn),
            how: plan.agreedHow,
          }),
  }
  return [...said, ...(plan.trusted.length > 0 ? [trusted] : []), agreed]
}

/** The questions of the plan that have no answer, in a line: most plans need only some of them. */
function NotAsked({ plan }: { readonly plan: Plan }) {
  const text = useText()
  const open = (['objective', ...planWords, 'mustNot'] as const).flatMap(field => {
    const answer = plan[field]
    return 'none' in answer
      ? [text('plan.noAnswer', { what: text(`plan.${field}`), answer: text(`answer.${answer.none}`) })]
      : []
  })
  if (open.length === 0) return null
  return <Quiet>{text('plan.open', { list: open.join(text('plan.listBreak')) })}</Quiet>
}

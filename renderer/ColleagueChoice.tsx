import type { ColleagueView } from '../shared/exchange/colleagueContract.ts'
import type { ColleagueId } from '../shared/model.ts'
import { useAnswer } from './asking.ts'
import { ColleagueStanding } from './ColleagueStanding.tsx'
import { colleagueName, verifiedWords } from './colleagueWords.ts'
import { RefusalNotice } from './RefusalNotice.tsx'
import { useText, type Text } from './text.tsx'
import {
  CheckboxGroup,
  EmptyState,
  Link,
  Progress,
  RadioGroup,
  Stack,
  type FieldProps,
  type Option,
} from './ui/index.ts'

interface Props extends FieldProps {
  readonly values: readonly ColleagueId[]
  readonly onChange: (values: readonly ColleagueId[]) => void
  /** One colleague and no more. */
  readonly one?: boolean | undefined
}

/**
 * Chooses among colleagues. Each stands with how far their keys can be relied on and who compared them; whoever cannot be
 * chosen says why, and the list of colleagues is one click away.
 */
export function ColleagueChoice({ values, onChange, one = false, ...field }: Props) {
  const text = useText()
  const { value: colleagues, refusal } = useAnswer('colleague.list', {})
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (colleagues === null) return <Progress label={text('colleague.loading')} />
  const options = optionsIn(text, colleagues)
  if (options.length === 0) return <NoColleagues />
  return (
    <Stack gap={8}>
      {one ? (
        <RadioGroup {...field} value={values[0] ?? null} onChange={id => onChange([id])} options={options} />
      ) : (
        <CheckboxGroup {...field} values={values} onChange={onChange} options={options} />
      )}
      <Link href="/colleagues">{text('colleague.toList')}</Link>
    </Stack>
  )
}

function NoColleagues() {
  const text = useText()
  return (
    <EmptyState
      title={text('colleague.none')}
      actions={<Link href="/colleagues/new">{text('colleague.add')}</Link>}
    >
      {text('colleague.none.how')}
    </EmptyState>
  )
}

const order = ['verified', 'changed', 'unverified', 'retired'] as const

/** Those who can be chosen first, then the others with the reason. */
function optionsIn(text: Text, colleagues: readonly ColleagueView[]): Option<ColleagueId>[] {
  return colleagues
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
    .map(colleague => {
      const why = whyNot(colleague)
      return {
        id: colleague.id,
        label: colleagueName(text, colleague),
        description:
          why === null ? (verifiedWords(text, colleague) ?? undefined) : text(`colleague.not.${why}`),
        disabled: why !== null,
        beside: <ColleagueStanding standing={colleague.standing} />,
      }
    })
}

function whyNot({ standing, kind }: ColleagueView): 'unverified' | 'changed' | 'retired' | 'x25519' | null {
  if (standing !== 'verified') return standing
  return kind === 'x25519' ? 'x25519' : null
}

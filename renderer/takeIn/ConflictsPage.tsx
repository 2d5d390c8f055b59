import type { CaseView } from '../../shared/case/model.ts'
import type { OpenConflict } from '../../shared/exchange/preview.ts'
import { useAnswer } from '../asking.ts'
import { CasePage } from '../CasePage.tsx'
import { fieldName, fieldValue } from '../fieldWords.ts'
import { useLeave } from '../FormPage.tsx'
import { useCase } from '../openCase.ts'
import { placeOf } from '../part.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Button, EmptyState, Link, Notice, Stack } from '../ui/index.ts'
import { rowName } from './rowName.ts'

interface Props {
  readonly view: CaseView
}

/** Fields two offices wrote apart: what stands now and the others, and deciding which it is. */
export function ConflictsPage({ view }: Props) {
  const text = useText()
  const refusal = useCase(state => state.refusal)
  const { value: conflicts, again } = useAnswer('exchange.conflicts', { caseId: view.case.id })
  return (
    <CasePage view={view} title={text('conflict.title')} lead={text('conflict.lead')}>
      {refusal && <RefusalNotice refusal={refusal} live />}
      {conflicts?.length === 0 && (
        <EmptyState
          title={text('conflict.none')}
          actions={<Link href={placeOf(view)}>{text('conflict.toCase')}</Link>}
        >
          {text('conflict.none.means')}
        </EmptyState>
      )}
      <Stack gap={16}>
        {conflicts?.map(conflict => (
          <One key={conflict.key} view={view} conflict={conflict} onDone={again} />
        ))}
      </Stack>
    </CasePage>
  )
}

interface OneProps extends Props {
  readonly conflict: OpenConflict
  readonly onDone: () => void
}

function One({ view, conflict, onDone }: OneProps) {
  const text = useText()
  const { run } = useCase()
  const leave = useLeave()
  const { key, table, field, values } = conflict
  const codes = new Map([...view.persons, ...view.perpetrators].map(({ id, label }) => [id as string, label]))
  const say = (value: unknown) =>
    fieldValue(text, { table, field, codeOf: id => codes.get(id) ?? null }, value)
  const decide = async (index: number) => {
    await run('exchange.decide', { key, index })
    if (useCase.getState().refusal === null) leave(placeOf(view, 'conflicts'), text('conflict.decided'))
    onDone()
  }
  return (
    <Notice
      tone="care"
      title={text('takeIn.field', { row: rowName(text, conflict), field: fieldName(text, field) ?? field })}
    >
      <Stack gap={16}>
        {values.map(({ value, stands }, index) => (
          <Stack key={JSON.stringify(value)} gap={4}>
            <p>
              <bdi>{say(value)}</bdi>
            </p>
            <div>
              <Button
                onPress={() => void decide(index)}
                name={text(stands ? 'conflict.keep.this' : 'conflict.take.this', { value: say(value) })}
              >
                {text(stands ? 'conflict.keep' : 'conflict.take')}
              </Button>
            </div>
          </Stack>
        ))}
      </Stack>
    </Notice>
  )
}

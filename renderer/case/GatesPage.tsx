import type { GateLine } from '../../shared/case/gates.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { GateName } from '../../shared/gate/model.ts'
import { useAnswer } from '../asking.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Progress, Quiet, Section, TaskItem, TaskList } from '../ui/index.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'

interface ViewProps {
  readonly view: CaseView
}

/** Every gate of a case: what may be done now, what may not and why, and where that is resolved. */
export function GatesPage({ view }: ViewProps) {
  const text = useText()
  const { value, refusal } = useAnswer('case.gates', { caseId: view.case.id })
  return (
    <CasePage view={view} title={text('gates.title')} lead={text('gates.lead')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {value === null && !refusal && <Progress label={text('gates.loading')} />}
      {value &&
        GateName.options.map(name => (
          <Gate key={name} view={view} name={name} lines={value.filter(({ gate }) => gate === name)} />
        ))}
    </CasePage>
  )
}

function Gate({
  view,
  name,
  lines,
}: ViewProps & { readonly name: GateName; readonly lines: readonly GateLine[] }) {
  const text = useText()
  const title = text('gates.name', { gate: name, what: text(`gates.${name}`) })
  return (
    <Section title={title} lead={text(`gates.${name}.lead`)}>
      {lines.length === 0 ? (
        <Quiet>{text(`gates.${name}.none`)}</Quiet>
      ) : (
        <TaskList label={title}>
          {lines.map(line => (
            <TaskItem
              key={`${line.about} ${line.item}`}
              name={nameOf(text, line)}
              standing={line.open ? 'done' : 'blocked'}
              word={text(line.open ? 'gates.open' : 'gates.shut')}
              hint={hintOf(text, line)}
              href={placeOf(view, line.part ?? '', line.item)}
            />
          ))}
        </TaskList>
      )}
      {lines.some(({ open }) => !open) && <Quiet>{text(`gates.${name}.override`)}</Quiet>}
    </Section>
  )
}

/** Whom or what it is about. */
function nameOf(text: Text, { about, part }: GateLine): string {
  if (about === '') return text('gates.case')
  return part === 'paper' ? text('gates.paper', { code: about }) : about
}

/** Why it is shut, a line each; nothing when it is open. */
const hintOf = (text: Text, { reasons, about }: GateLine) =>
  reasons.map(reason => <div key={reason}>{text(reason, { code: about })}</div>)

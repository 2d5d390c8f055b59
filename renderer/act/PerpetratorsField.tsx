import type { CaseView } from '../../shared/case/model.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { CheckboxGroup, Link, Notice } from '../ui/index.ts'

interface PerpetratorsFieldProps {
  readonly view: CaseView
  /** The act being written, as its address has it: where adding somebody leads back to. */
  readonly item: string
  readonly values: readonly string[]
  readonly onChange: (ids: string[]) => void
  readonly error: string | undefined
}

/** Which of those on the case are alleged to be behind an act, and the way to add one. */
export function PerpetratorsField({ view, item, values, onChange, error }: PerpetratorsFieldProps) {
  const text = useText()
  const add = <Link href={placeOf(view, 'acts', `perpetrator-new/${item}`)}>{text('perpetrator.add')}</Link>
  if (view.perpetrators.length === 0)
    return (
      <Notice tone="neutral" title={text('act.by')} actions={add}>
        {text('perpetrator.noneYet')}
      </Notice>
    )
  return (
    <CheckboxGroup
      id="perpetratorIds"
      label={text('act.by')}
      hint={
        <>
          {text('act.byHint')} {add}
        </>
      }
      error={error}
      values={values}
      onChange={ids => onChange([...ids])}
      options={optionsIn(text, view)}
    />
  )
}

const optionsIn = (text: Text, { perpetrators }: CaseView) =>
  perpetrators.map(({ id, label, kind, ...one }) => ({
    id: String(id),
    label,
    description: [
      text.code('perpetratorClass', one.class),
      ...('value' in kind ? [text.code('perpetratorKind', kind.value)] : []),
    ].join(text('form.listComma')),
  }))

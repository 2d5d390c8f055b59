import {
  OverrideDanger,
  OverrideReach,
  OverrideReason,
  type OverrideView,
} from '../../shared/override/model.ts'
import { Note } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { lineName } from '../outward.ts'
import { itemPlace, lacksIn } from '../overrideWords.ts'
import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { CheckboxGroup, Notice, RadioGroup, TextArea } from '../ui/index.ts'
import type { OverrideProps } from './OverridePage.tsx'

const could = OverrideReach.shape.could

/** What is asked for, as typed. A file needs no danger; to act on somebody's behalf needs it said what was tried. */
const wholeFor = ({ gate, liftable }: OverrideView) => {
  const saves = gate !== 'G5'
  return z
    .strictObject({
      keys: z.array(z.string()),
      danger: OverrideDanger.nullable(),
      could: could.nullable(),
      tried: Note,
      reason: Note,
    })
    .refine(({ keys }) => keys.length > 0 || liftable.length === 0, { path: ['keys'] })
    .refine(({ danger }) => !saves || danger !== null, { path: ['danger'] })
    .refine(one => !saves || one.could !== null, { path: ['could'] })
    .refine(({ tried }) => !saves || tried.length >= 20, { path: ['tried'] })
    .refine(({ reason }) => OverrideReason.safeParse(reason).success, { path: ['reason'] })
}
type Typed = z.infer<ReturnType<typeof wholeFor>>

/** Asks for an override: which lines, chosen one by one, which danger, what was tried, and why. */
export function AskOverride({ view, of, again }: OverrideProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const saves = of.gate !== 'G5'
  const form = useForm(wholeFor(of), {
    name: 'override',
    initial: { keys: [], danger: null, could: null, tried: '', reason: '' },
    draft: `override:${of.itemId}`,
  })
  const ask = async ({ keys, danger, reason, could: answer, tried }: Typed) => {
    const reach = saves && answer !== null ? { could: answer, tried } : null
    const asked = await done('override.ask', { itemId: of.itemId, keys, danger, reason, reach })
    again()
    if (asked) leave(itemPlace(view, of, 'override'), text(saves ? 'override.sent' : 'override.decided'))
    return asked
  }
  return (
    <FormBody
      form={form}
      save={text(saves ? 'override.send' : 'override.decide')}
      back={itemPlace(view, of)}
      onSave={ask}
    >
      <Lines view={view} of={of} form={form} />
      {saves && <Danger form={form} />}
      <TextArea
        id="reason"
        label={text('override.why')}
        hint={text('override.whyHint')}
        error={form.error('reason')}
        maxLength={4_000}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
      />
      <Two of={of} />
    </FormBody>
  )
}

interface FieldsProps {
  readonly form: Form<Typed>
}

/** The lines an override could open, each with what stands in its way. None is chosen beforehand. */
function Lines({ view, of, form }: FieldsProps & Pick<OverrideProps, 'view' | 'of'>) {
  const text = useText()
  const options = of.lines.flatMap((line, at) => {
    const findings = of.result.lines[at]?.findings ?? []
    if (!of.liftable.includes(line.key)) return []
    const description = lacksIn(text, view, findings).join(' ')
    return [{ id: line.key, label: lineName(text, line), description }]
  })
  if (options.length === 0) return null
  return (
    <CheckboxGroup
      columns
      id="keys"
      label={text('override.keys')}
      hint={text('override.keysHint')}
      error={form.error('keys')}
      options={options}
      values={form.value.keys ?? []}
      onChange={keys => form.set('keys', [...keys])}
    />
  )
}

function Danger({ form: { value, set, error } }: FieldsProps) {
  const text = useText()
  return (
    <>
      <RadioGroup
        id="danger"
        label={text('override.dangerAsk')}
        error={error('danger')}
        options={OverrideDanger.options.map(id => ({ id, label: text(`override.danger.${id}`) }))}
        value={value.danger}
        onChange={danger => set('danger', danger)}
      />
      <RadioGroup
        id="could"
        label={text('override.couldAsk')}
        error={error('could')}
        options={could.options.map(id => ({ id, label: text(`override.could.${id}`) }))}
        value={value.could}
        onChange={now => set('could', now)}
      />
      <TextArea
        id="tried"
        label={text('override.tried')}
        hint={text('override.triedHint')}
        error={error('tried')}
        maxLength={4_000}
        value={value.tried ?? ''}
        onChange={tried => set('tried', tried)}
      />
    </>
  )
}

/** Who decides: one for a file, two for a step on somebody's behalf; and how an officer who is alone finds the second. */
function Two({ of: { gate } }: Pick<OverrideProps, 'of'>) {
  const text = useText()
  const vault = useSession(state => state.vault)
  const officer = vault?.officer ?? ''
  if (gate === 'G5')
    return <Notice title={text('override.one.title')}>{text('override.one.who', { officer })}</Notice>
  return (
    <Notice title={text('override.two.title')}>
      {text(vault?.people === 1 ? 'override.two.alone' : 'override.two.here', { officer })}
    </Notice>
  )
}

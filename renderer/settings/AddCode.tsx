import { useLocation } from 'wouter'
import { settingsContract } from '../../shared/settings/contract.ts'
import { vocabularies, type OpenId } from '../../shared/vocabulary/index.ts'
import type { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Notice, Page, Select, show } from '../ui/index.ts'
import { LabelFields, ReasonField } from './LabelFields.tsx'
import { NotYours, SettingsForm, useMaySet } from './SettingsForm.tsx'

const Input = settingsContract['settings.addCode'].input
type Typed = z.input<typeof Input>

interface AddCodeProps {
  readonly list: OpenId
  readonly onDone: () => void
}

/** Adds a term of the office's own to a list. */
export function AddCode({ list, onDone }: AddCodeProps) {
  const text = useText()
  const asking = useAsking()
  const maySet = useMaySet()
  const [, navigate] = useLocation()
  const refresh = useSession(state => state.refresh)
  const groups = vocabularies[list].groups.map(({ group }) => group)
  const back = `/vault/lists/${list}`
  const form = useForm(Input, {
    name: 'lists',
    initial: { list, group: null, label: { en: '', ar: '' }, reason: '' },
    draft: `vault:lists:${list}:new`,
  })
  const save = async (typed: Typed) => {
    const reply = await asking.ask('settings.addCode', typed)
    if (!reply.ok) return false
    await refresh()
    onDone()
    show(toasts, { text: text('lists.added'), tone: 'safe' })
    navigate(back)
    return true
  }
  return (
    <Page
      title={text('lists.add')}
      lead={text('lists.addLead')}
      back={{ label: text(`vocabulary.${list}`), href: back }}
    >
      {maySet ? <Notice tone="care">{text('lists.noNames')}</Notice> : <NotYours />}
      {maySet && (
        <SettingsForm
          form={form}
          asking={asking}
          save={{ label: text('lists.addSave'), busy: text('settings.saving') }}
          back={back}
          onSave={save}
        >
          <LabelFields form={form} />
          {groups.length > 0 && (
            <Select<string>
              id="group"
              label={text('lists.group')}
              hint={text('lists.groupHint')}
              placeholder={text('lists.groupNone')}
              options={[
                { id: '', label: text('lists.groupNone') },
                ...groups.map(id => ({ id, label: text(`vocabulary.${list}.group.${id}`) })),
              ]}
              value={form.value.group ?? ''}
              onChange={group => form.set('group', group === '' ? null : group)}
            />
          )}
          <ReasonField form={form} />
        </SettingsForm>
      )}
    </Page>
  )
}

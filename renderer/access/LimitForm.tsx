import { AccessReason, type Reader } from '../../shared/access/model.ts'
import { refusalToLimit } from '../../shared/access/rules.ts'
import { z } from '../../shared/zod.ts'
import { FormBody, useDo } from '../FormPage.tsx'
import { useForm } from '../form.ts'
import { placeOf } from '../part.ts'
import { toasts, useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { BlockCard, CheckboxGroup, Notice, Section, TextField, show } from '../ui/index.ts'
import type { AccessProps } from './AccessPage.tsx'

const Limiting = z.strictObject({ named: z.array(z.string()).min(1), reason: AccessReason })

/** Open to everybody who reads cases: whom to limit it to, why, and what that can and cannot do. */
export function LimitForm(props: AccessProps) {
  const { access, subject } = props
  const text = useText()
  const duties = useSession(({ vault }) => vault?.duties ?? [])
  const you = access.people.find(({ isYou }) => isYou)?.officerId ?? null
  const all = access.people.map(({ officerId }) => officerId)
  const no = refusalToLimit({ named: all, you, duties, hasShares: access.hasShares })
  const what = subject.personId ? 'identity' : 'case'
  return (
    <>
      <Notice tone="neutral" title={text('access.everybody', { count: access.people.length })}>
        {text(`access.means.${what}`)}
      </Notice>
      {no ? <Blocked code={no} {...props} /> : <Choosing {...props} you={you} />}
      <Section title={text('access.limits')}>
        <p>{text(`access.cannot.${what}`)}</p>
      </Section>
    </>
  )
}

function Blocked({ code, access }: AccessProps & { readonly code: Parameters<typeof refusalWords>[1] }) {
  const text = useText()
  return (
    <BlockCard
      what={text('access.blocked')}
      reason={refusalWords(text, code)}
      who={text(access.people.length < 2 ? 'access.whoShares' : 'access.whoDecides')}
      way={
        access.people.length < 2
          ? { label: text('access.toWays'), href: '/vault/ways' }
          : { label: text('access.toPeople'), href: '/vault/people' }
      }
    />
  )
}

const refusalWords = (
  text: ReturnType<typeof useText>,
  code: NonNullable<ReturnType<typeof refusalToLimit>>,
) => text.refusal({ code })

function Choosing({ view, subject, access, again, you }: AccessProps & { readonly you: string | null }) {
  const text = useText()
  const done = useDo()
  const form = useForm(Limiting, {
    name: 'access',
    initial: { named: you ? [you] : [], reason: '' },
    draft: `access:${subject.personId ?? subject.caseId}`,
  })
  const limit = async ({ named, reason }: z.infer<typeof Limiting>) => {
    const saved = await done('access.limit', { subject, named, reason })
    if (saved) {
      show(toasts, { text: text('access.limited') })
      again()
    }
    return saved
  }
  return (
    <FormBody form={form} save={text('access.limit')} back={placeOf(view)} onSave={limit}>
      <CheckboxGroup
        id="named"
        label={text('access.who')}
        hint={text(access.hasShares ? 'access.whoHintShares' : 'access.whoHint')}
        error={form.error('named')}
        options={access.people.map(one => optionOf(text, one))}
        values={form.value.named ?? []}
        onChange={ids => form.set('named', [...ids])}
      />
      <TextField
        id="reason"
        label={text('access.reason')}
        hint={text('access.reasonHint')}
        error={form.error('reason')}
        value={form.value.reason ?? ''}
        onChange={reason => form.set('reason', reason)}
        maxLength={200}
      />
    </FormBody>
  )
}

/** Somebody to choose; who cannot be named yet says why. */
export function optionOf(text: ReturnType<typeof useText>, one: Reader) {
  const label = one.isYou ? text('access.roleYou', { role: one.role }) : one.role
  return one.canBeNamed
    ? { id: String(one.officerId), label }
    : { id: String(one.officerId), label, description: text('access.cannotYet'), disabled: true }
}

import { useLocation } from 'wouter'
import { settingsContract } from '../../shared/settings/contract.ts'
import { isOffered, labelIn, type Label, type ListEdition } from '../../shared/settings/lists.ts'
import { addedTo, type OpenId } from '../../shared/vocabulary/index.ts'
import type { z } from '../../shared/zod.ts'
import { useAsking } from '../asking.ts'
import { useForm } from '../form.ts'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { toasts, useSession } from '../session.ts'
import { textIn, useText } from '../text.tsx'
import { DescriptionList, Page, Section, Stack, show } from '../ui/index.ts'
import { useWords } from '../words.ts'
import { LabelFields, ReasonField } from './LabelFields.tsx'
import { NotYours, SettingsForm, useMaySet } from './SettingsForm.tsx'

const Input = settingsContract['settings.rewordCode'].input
type Typed = z.input<typeof Input>

interface ChangeCodeProps {
  readonly list: OpenId
  readonly code: string
  readonly edition: ListEdition
  readonly onDone: () => void
}

/** One term: how it came, how it reads, whether it is offered. */
export function ChangeCode(props: ChangeCodeProps) {
  return useWords('en', 'ar') ? <Term {...props} /> : null
}

function Term({ list, code, edition, onDone }: ChangeCodeProps) {
  const text = useText()
  const maySet = useMaySet()
  const back = `/vault/lists/${list}`
  const came = asItCame(list, code)
  return (
    <Page
      title={text(`vocabulary.${list}.${code}`)}
      lead={text('lists.changeLead')}
      back={{ label: text(`vocabulary.${list}`), href: back }}
    >
      {addedTo(code) === null && (
        <DescriptionList
          rows={[
            { id: 'en', label: text('lists.came.en'), value: <bdi lang="en">{came.en}</bdi> },
            { id: 'ar', label: text('lists.came.ar'), value: <bdi lang="ar">{came.ar}</bdi> },
          ]}
        />
      )}
      {maySet ? (
        <Changes {...{ list, code, edition, onDone, back }} now={labelIn(edition, code) ?? came} />
      ) : (
        <NotYours />
      )}
    </Page>
  )
}

/** How a code reads as it comes, in both languages. */
const asItCame = (list: OpenId, code: string): Label => {
  const key = `vocabulary.${list}.${code}`
  return { en: textIn('en').asItCame(key), ar: textIn('ar').asItCame(key) }
}

interface ChangesProps {
  readonly list: OpenId
  readonly code: string
  readonly edition: ListEdition
  readonly now: Label
  readonly back: string
  readonly onDone: () => void
}

function Changes({ list, code, edition, now, back, onDone }: ChangesProps) {
  const text = useText()
  const asking = useAsking()
  const done = useDone(back, onDone)
  const form = useForm(Input, {
    name: 'lists',
    initial: { list, code, label: now, reason: '' },
    draft: `vault:lists:${list}:${code}`,
  })
  const save = async (typed: Typed) => {
    const reply = await asking.ask('settings.rewordCode', typed)
    return reply.ok && done(text('lists.reworded'))
  }
  const offered = isOffered(edition, code)
  const offer = async (reason: string) => {
    const reply = await asking.ask('settings.offerCode', { list, code, offered: !offered, reason })
    if (reply.ok) await done(text(offered ? 'lists.retired' : 'lists.putBack'))
  }
  const isReworded = addedTo(code) === null && labelIn(edition, code) !== null
  const restore = async (reason: string) => {
    const reply = await asking.ask('settings.rewordCode', { list, code, label: null, reason })
    if (reply.ok) await done(text('lists.reworded'))
  }
  return (
    <>
      <SettingsForm
        form={form}
        asking={asking}
        save={{ label: text('lists.rewordSave'), busy: text('settings.saving') }}
        back={back}
        onSave={save}
      >
        <LabelFields form={form} />
        <ReasonField form={form} />
      </SettingsForm>
      <Section
        title={text('lists.offering')}
        lead={text(offered ? 'lists.offeredLead' : 'lists.retiredLead')}
      >
        <Stack gap={8}>
          <RemoveWithReason
            label={text(offered ? 'lists.retire' : 'lists.offerAgain')}
            consequence={text(offered ? 'lists.retireMeans' : 'lists.offerAgainMeans')}
            keepLabel={text('lists.leave')}
            question={text('lists.reason')}
            danger={false}
            onRemove={reason => void offer(reason)}
          />
          {isReworded && (
            <RemoveWithReason
              label={text('lists.restore')}
              consequence={text('lists.restoreMeans')}
              keepLabel={text('lists.leave')}
              question={text('lists.reason')}
              danger={false}
              onRemove={reason => void restore(reason)}
            />
          )}
        </Stack>
      </Section>
    </>
  )
}

/** After a change: the new words everywhere in the window, the list again, a word about it. */
function useDone(back: string, onDone: () => void) {
  const [, navigate] = useLocation()
  const refresh = useSession(state => state.refresh)
  return async (message: string) => {
    await refresh()
    onDone()
    show(toasts, { text: message, tone: 'safe' })
    navigate(back)
    return true
  }
}

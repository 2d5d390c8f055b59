import { ShareDraft, ShareLevel } from '../../shared/share/model.ts'
import { shareChannels, sharePurposes } from '../../shared/share/rules.ts'
import { CasePage } from '../CasePage.tsx'
import { colleagueName } from '../colleagueWords.ts'
import { FormBody } from '../FormPage.tsx'
import { useForm, type Form } from '../form.ts'
import { useText } from '../text.tsx'
import { RadioGroup, Stack, TextArea } from '../ui/index.ts'
import { useLocation } from 'wouter'
import { sharePlace, type SharePageProps } from './outward.ts'
import { changeShare } from './useShare.ts'

const How = ShareDraft.pick({ purpose: true, channel: true, identityLevel: true, note: true })
type HowTyped = Parameters<Parameters<ReturnType<typeof useHow>['submit']>[0]>[0]

const useHow = ({ draft, id }: SharePageProps['share']) => {
  const { purpose, channel, identityLevel, note } = draft
  return useForm(How, {
    name: 'share.how',
    initial: { purpose, channel, identityLevel, note },
    draft: `share:how:${id}`,
  })
}

/** What it is for, how it travels, at most how much of who people are is told, and what the colleague should know. */
export function HowPage({ view, share }: SharePageProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const form = useHow(share)
  const back = sharePlace({ view, share })
  const save = async (how: HowTyped) => {
    const saved = await changeShare(share, How.parse(how))
    if (saved) navigate(back)
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('share.how')}
      lead={text('share.how.lead')}
      under={{ label: text('share.one', { name: colleagueName(text, share.colleague) }), href: back }}
    >
      <FormBody form={form} save={text('share.how.save')} back={back} onSave={save}>
        <Fields share={share} form={form} />
      </FormBody>
    </CasePage>
  )
}

function Fields({ share, form }: Pick<SharePageProps, 'share'> & { readonly form: Form<HowTyped> }) {
  const text = useText()
  const { value, set } = form
  const offered = sharePurposes(share.colleague.recipientClass)
  return (
    <Stack gap={24}>
      <RadioGroup
        id="purpose"
        label={text('share.purpose')}
        hint={text('share.purpose.hint')}
        error={form.error('purpose')}
        value={value.purpose}
        onChange={purpose => set('purpose', purpose)}
        options={offered.map(id => ({ id, label: text.code('purpose', id) }))}
      />
      <RadioGroup
        id="identityLevel"
        label={text('share.level')}
        hint={text('share.level.hint')}
        value={value.identityLevel}
        onChange={level => set('identityLevel', level)}
        options={ShareLevel.options.map(id => ({ id, label: text.code('identityLevel', id) }))}
      />
      <RadioGroup
        id="channel"
        label={text('share.channel')}
        value={value.channel}
        onChange={channel => set('channel', channel)}
        options={shareChannels.map(id => ({ id, label: text.code('channel', id) }))}
      />
      <TextArea
        id="note"
        label={text('share.note')}
        hint={text('share.note.hint')}
        optional={text('form.optional')}
        error={form.error('note')}
        maxLength={4_000}
        value={value.note ?? ''}
        onChange={note => set('note', note)}
      />
    </Stack>
  )
}

import { ClaimFinding } from '../../shared/evidence/claim.ts'
import { standingOf } from '../../shared/evidence/rules.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { Notice, RadioGroup, TextArea } from '../ui/index.ts'
import { verifyPlace, type ClaimProps } from './verifyText.ts'

type Draft = z.input<typeof ClaimFinding>

/** What the officer finds of one claim: the suggestion is there to be followed, or not, with a reason. */
export function AssessClaim({ view, claim }: ClaimProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const standing = standingOf(claim, view.verification)
  const { suggested } = standing
  const initial: Typed<Draft> = claim.assessment
    ? ClaimFinding.strip().parse(claim.assessment)
    : { status: suggested, reason: '', unknowns: '' }
  const form = useForm(
    ClaimFinding.refine(({ status, reason }) => status === suggested || reason !== '', { path: ['reason'] }),
    { name: 'verify.assess', initial, draft: `assess:${claim.id}` },
  )
  const back = verifyPlace(view, 'claim', claim.id)
  const save = async (finding: Draft) => {
    const saved = await done('evidence.assessClaim', { claimId: claim.id, finding })
    if (saved) leave(back, text('verify.assess.saved', { code: claim.label }))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={text('verify.assess.one', { code: claim.label })}
      lead={<span dir="auto">{claim.statement}</span>}
      under={{ label: text('verify.claim.one', { code: claim.label }), href: back }}
    >
      <Notice
        tone="neutral"
        title={text('verify.suggested', { status: text.code('verificationStatus', suggested) })}
      >
        {[
          text('verify.weight.support', { count: standing.support }),
          ...(standing.against > 0 ? [text('verify.weight.against', { count: standing.against })] : []),
          ...(standing.contested ? [text('verify.weight.contested')] : []),
          text('verify.suggestedHow'),
        ].join(' ')}
      </Notice>
      <FormBody form={form} save={text('verify.assess.save')} back={back} onSave={save}>
        <Finding form={form} suggested={suggested} />
      </FormBody>
    </CasePage>
  )
}

interface FindingProps {
  readonly form: Form<Draft>
  readonly suggested: Draft['status']
}

function Finding({ form: { value, set, error }, suggested }: FindingProps) {
  const text = useText()
  const differs = value.status !== suggested
  return (
    <>
      <RadioGroup
        id="status"
        label={text('verify.assess.status')}
        error={error('status')}
        options={optionsOf(text, 'verificationStatus')}
        value={value.status}
        onChange={status => set('status', status)}
      />
      <TextArea
        id="reason"
        label={text('verify.assess.reason')}
        hint={text(differs ? 'verify.assess.reasonNeeded' : 'verify.assess.reasonHint')}
        optional={differs ? undefined : text('form.optional')}
        error={error('reason')}
        maxLength={4_000}
        value={value.reason ?? ''}
        onChange={reason => set('reason', reason)}
      />
      <TextArea
        id="unknowns"
        label={text('verify.unknowns')}
        hint={text('verify.unknownsHint')}
        optional={text('form.optional')}
        error={error('unknowns')}
        maxLength={4_000}
        value={value.unknowns ?? ''}
        onChange={unknowns => set('unknowns', unknowns)}
      />
    </>
  )
}

import type { CaseView } from '../../shared/case/model.ts'
import { ClaimDraft, type Claim, type ClaimAbout } from '../../shared/evidence/claim.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Link, Notice, Select, TextArea, type OptionGroup } from '../ui/index.ts'
import { aboutText, verifyPlace, type VerifyProps } from './verifyText.ts'

type Draft = z.input<typeof ClaimDraft>

/** The first act nobody has claimed anything about yet, since that is what is missing most often. */
function nothingYet({ acts, verification }: CaseView): Typed<Draft> {
  const known = verification.claims.map(({ about }) => ('actId' in about ? about.actId : ''))
  const act = acts.find(({ id }) => !known.includes(id))
  return { statement: '', about: act ? { actId: act.id } : null }
}

interface ClaimFormProps extends VerifyProps {
  readonly claim: Claim | null
}

/** One claim: what it is about, and what is alleged, in neutral words. */
export function ClaimForm({ view, claim }: ClaimFormProps) {
  const text = useText()
  const form = useForm(ClaimDraft, {
    name: 'verify.claim',
    initial: claim ? ClaimDraft.strip().parse(claim) : nothingYet(view),
    draft: claim ? `claim:${claim.id}` : `claim:new:${view.case.id}`,
  })
  const back = claim ? verifyPlace(view, 'claim', claim.id) : verifyPlace(view)
  const save = useSave({ view, claim })
  return (
    <CasePage
      view={view}
      title={claim ? text('verify.claim.change', { code: claim.label }) : text('verify.claim.new')}
      lead={text('verify.claim.formLead')}
      under={{
        label: claim ? text('verify.claim.one', { code: claim.label }) : text('verify.title'),
        href: back,
      }}
    >
      {view.acts.length + view.engagements.length === 0 ? (
        <Notice
          tone="care"
          title={text('verify.claim.nothingToBeAbout')}
          actions={<Link href={placeOf(view, 'acts', 'new')}>{text('act.add')}</Link>}
        >
          {text('verify.emptyNoAct')}
        </Notice>
      ) : (
        <FormBody form={form} save={text('verify.claim.save')} back={back} onSave={save}>
          <Fields view={view} form={form} />
        </FormBody>
      )}
    </CasePage>
  )
}

function useSave({ view, claim }: ClaimFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  return async (value: Draft) => {
    const saved = claim
      ? await done('evidence.changeClaim', { claimId: claim.id, claim: value })
      : await done('evidence.addClaim', { caseId: view.case.id, claim: value })
    if (saved)
      leave(claim ? verifyPlace(view, 'claim', claim.id) : verifyPlace(view), text('verify.claim.saved'))
    return saved
  }
}

function Fields({ view, form: { value, set, error } }: VerifyProps & { readonly form: Form<Draft> }) {
  const text = useText()
  const chosen = Object.values(value.about ?? {})[0] ?? null
  const about = (id: string): ClaimAbout | null => {
    const act = view.acts.find(one => one.id === id)
    const engagement = view.engagements.find(one => one.id === id)
    if (act) return { actId: act.id }
    return engagement ? { engagementId: engagement.id } : null
  }
  return (
    <>
      <Select
        id="about"
        label={text('verify.claim.about')}
        hint={text('verify.claim.aboutHint')}
        placeholder={text('form.pick')}
        width="full"
        error={error('about')}
        options={aboutOptions(text, view)}
        value={chosen !== null && about(chosen) ? chosen : null}
        onChange={id => set('about', about(id))}
      />
      <TextArea
        id="statement"
        label={text('verify.claim.statement')}
        hint={text('verify.claim.statementHint')}
        error={error('statement')}
        maxLength={4_000}
        value={value.statement ?? ''}
        onChange={statement => set('statement', statement)}
      />
    </>
  )
}

const aboutOptions = (text: Text, view: CaseView): OptionGroup[] =>
  [
    {
      label: text('act.title'),
      options: view.acts.map(({ id }) => ({ id, label: aboutText(text, view, { actId: id }) })),
    },
    {
      label: text('case.part.engagements'),
      options: view.engagements.map(({ id }) => ({ id, label: aboutText(text, view, { engagementId: id }) })),
    },
  ].filter(({ options }) => options.length > 0)

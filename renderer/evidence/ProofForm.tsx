import { ProofDraft } from '../../shared/evidence/claim.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Typed } from '../form.ts'
import { optionsOf } from '../options.ts'
import { useText } from '../text.tsx'
import { RadioGroup, TextArea, type Option } from '../ui/index.ts'
import { verifyPlace, type VerifyProps } from './verifyText.ts'

type Draft = z.input<typeof ProofDraft>

/** How sure the case as a whole is, why, and what is still unknown. */
export function ProofForm({ view }: VerifyProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const { proof } = view.verification
  const initial: Typed<Draft> = proof
    ? ProofDraft.strip().parse(proof)
    : { standard: null, note: '', unknowns: '' }
  const form = useForm(ProofDraft, { name: 'verify.proof', initial, draft: `proof:${view.case.id}` })
  const back = verifyPlace(view)
  const save = async (value: Draft) => {
    const saved = await done('evidence.assessProof', { caseId: view.case.id, proof: value })
    if (saved) leave(back, text('verify.proof.saved'))
    return saved
  }
  const standards: Option<Draft['standard']>[] = [
    { id: 'not_reached', label: text('verify.proof.notReached') },
    ...optionsOf(text, 'standardOfProof'),
  ]
  return (
    <CasePage
      view={view}
      title={text('verify.proof.title')}
      lead={text('verify.proof.lead')}
      under={{ label: text('verify.title'), href: back }}
    >
      <FormBody form={form} save={text('verify.proof.save')} back={back} onSave={save}>
        <RadioGroup
          id="standard"
          label={text('verify.proof.standard')}
          error={form.error('standard')}
          options={standards}
          value={form.value.standard}
          onChange={standard => form.set('standard', standard)}
        />
        <TextArea
          id="note"
          label={text('verify.proof.note')}
          hint={text('verify.proof.noteHint')}
          error={form.error('note')}
          maxLength={4_000}
          value={form.value.note ?? ''}
          onChange={note => form.set('note', note)}
        />
        <TextArea
          id="unknowns"
          label={text('verify.unknowns')}
          hint={text('verify.proof.unknownsHint')}
          optional={text('form.optional')}
          error={form.error('unknowns')}
          maxLength={4_000}
          value={form.value.unknowns ?? ''}
          onChange={unknowns => form.set('unknowns', unknowns)}
        />
      </FormBody>
    </CasePage>
  )
}

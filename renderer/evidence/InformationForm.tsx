import type { ReactNode } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import { InformationDraft, type Claim, type Information } from '../../shared/evidence/claim.ts'
import type { z } from '../../shared/zod.ts'
import { choicesOf, held, listWords } from '../answers.tsx'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Form, type Typed } from '../form.ts'
import { optionsOf } from '../options.ts'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { useText } from '../text.tsx'
import { ComboBox, Link, Notice, RadioGroup, TextArea } from '../ui/index.ts'
import { sourceText, verifyPlace, type ClaimProps, type VerifyProps } from './verifyText.ts'

type Draft = z.input<typeof InformationDraft>

/** The source is chosen when only one has said nothing on this claim yet: it is the one just added. */
function nothingYet({ verification }: CaseView, claim: Claim): Typed<Draft> {
  const { sources, information } = verification
  const heard = information.filter(({ claimId }) => claimId === claim.id).map(({ sourceId }) => sourceId)
  const [only, ...more] = sources.filter(({ id }) => !heard.includes(id))
  return {
    sourceId: only && more.length === 0 ? only.id : null,
    material: null,
    credibility: null,
    note: '',
  }
}

interface InformationFormProps extends ClaimProps {
  readonly information: Information | null
}

/** What one source says on one claim, and how credible that is. */
export function InformationForm({ view, claim, information }: InformationFormProps) {
  const text = useText()
  const form = useForm(InformationDraft, {
    name: 'verify.information',
    initial: information ? InformationDraft.strip().parse(information) : nothingYet(view, claim),
    draft: information ? `information:${information.id}` : `information:new:${claim.id}`,
  })
  const back = verifyPlace(view, 'claim', claim.id)
  const { save, remove } = useActions({ view, claim, information })
  return (
    <CasePage
      view={view}
      title={text(information ? 'verify.information.one' : 'verify.information.new', { code: claim.label })}
      lead={<span dir="auto">{claim.statement}</span>}
      under={{ label: text('verify.claim.one', { code: claim.label }), href: back }}
    >
      {view.verification.sources.length === 0 ? (
        <Notice
          tone="care"
          title={text('verify.information.noSource')}
          actions={<AddSource view={view} claim={claim} information={information} />}
        >
          {text('verify.source.emptyHow')}
        </Notice>
      ) : (
        <FormBody form={form} save={text('verify.information.save')} back={back} onSave={save}>
          <Source
            view={view}
            form={form}
            add={<AddSource view={view} claim={claim} information={information} />}
          />
          <What form={form} />
        </FormBody>
      )}
      {information && (
        <RemoveWithReason
          label={text('verify.information.remove')}
          consequence={text('verify.information.removeConsequence')}
          keepLabel={text('verify.keep')}
          onRemove={reason => void remove(information, reason)}
        />
      )}
    </CasePage>
  )
}

function useActions({ view, claim, information }: InformationFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const back = verifyPlace(view, 'claim', claim.id)
  const save = async (value: Draft) => {
    const saved = information
      ? await done('evidence.changeInformation', { informationId: information.id, information: value })
      : await done('evidence.addInformation', { claimId: claim.id, information: value })
    if (saved) leave(back, text('verify.information.saved'))
    return saved
  }
  const remove = async ({ id }: Information, reason: string) => {
    if (await done('evidence.removeInformation', { informationId: id, reason }))
      leave(back, text('verify.information.removed'))
  }
  return { save, remove }
}

/** Adds a source and comes back here; what was typed stays. */
function AddSource({ view, claim, information }: InformationFormProps) {
  const text = useText()
  const here = information ? `information-${information.id}` : `add-${claim.id}`
  return <Link href={`${verifyPlace(view, 'source', 'new')}/${here}`}>{text('verify.source.add')}</Link>
}

interface Fields {
  readonly form: Form<Draft>
}

interface SourceProps extends VerifyProps, Fields {
  readonly add: ReactNode
}

function Source({ view, form: { value, set, error }, add }: SourceProps) {
  const text = useText()
  return (
    <RadioGroup
      id="sourceId"
      label={text('verify.information.source')}
      hint={
        <>
          {text('verify.information.sourceHint')} {add}
        </>
      }
      error={error('sourceId')}
      options={view.verification.sources.map(source => ({
        id: source.id,
        label: sourceText(text, source),
        description: text.code('sourceReliability', source.reliability),
      }))}
      value={value.sourceId}
      onChange={sourceId => set('sourceId', sourceId)}
    />
  )
}

function What({ form: { value, set, error } }: Fields) {
  const text = useText()
  return (
    <>
      <ComboBox
        id="material"
        label={text('verify.information.material')}
        error={error('material')}
        {...listWords(text)}
        options={choicesOf(text, 'sourceMaterial', held(value.material))}
        value={value.material}
        onChange={material => set('material', material)}
      />
      <RadioGroup
        id="credibility"
        label={text('verify.information.credibility')}
        hint={text('verify.information.credibilityHint')}
        error={error('credibility')}
        options={optionsOf(text, 'informationCredibility')}
        value={value.credibility}
        onChange={credibility => set('credibility', credibility)}
        why={{ label: text('form.why'), text: text('verify.apartWhy') }}
      />
      <TextArea
        id="note"
        label={text('verify.information.note')}
        hint={text('verify.information.noteHint')}
        error={error('note')}
        maxLength={4_000}
        value={value.note ?? ''}
        onChange={note => set('note', note)}
      />
    </>
  )
}

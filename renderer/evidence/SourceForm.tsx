import { useLocation } from 'wouter'
import { EvidenceSourceDraft, type EvidenceSource } from '../../shared/evidence/claim.ts'
import type { z } from '../../shared/zod.ts'
import { CasePage } from '../CasePage.tsx'
import { FormBody, useDo, useLeave } from '../FormPage.tsx'
import { useForm, type Typed } from '../form.ts'
import { placeOf } from '../part.ts'
import { RemoveWithReason } from '../RemoveWithReason.tsx'
import { useText } from '../text.tsx'
import { SourceFields } from './SourceFields.tsx'
import { verifyPlace, type VerifyProps } from './verifyText.ts'

/** A source as it is typed, before it is checked. */
export type SourceTyped = z.input<typeof EvidenceSourceDraft>

const nothingYet: Typed<SourceTyped> = {
  connection: { none: 'not-asked' },
  item: null,
  description: '',
  reliability: null,
  reliabilityNote: '',
  dependsOn: [],
}

interface SourceFormProps extends VerifyProps {
  readonly source: EvidenceSource | null
}

/**
 * One source and how reliable it is.
 *
 * A last step in the address names the page that asked for it; that is where it leads back to.
 */
export function SourceForm({ view, source }: SourceFormProps) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const form = useForm(EvidenceSourceDraft, {
    name: 'verify.source',
    initial: source ? EvidenceSourceDraft.strip().parse(source) : nothingYet,
    draft: source ? `source:${source.id}` : `source:new:${view.case.id}`,
  })
  const from = useLocation()[0].split('/')[5] ?? ''
  const back = placeOf(view, 'verification', from)
  const save = async (value: SourceTyped) => {
    const saved = source
      ? await done('evidence.changeSource', { sourceId: source.id, source: value })
      : await done('evidence.addSource', { caseId: view.case.id, source: value })
    if (saved) leave(back, text('verify.source.saved'))
    return saved
  }
  return (
    <CasePage
      view={view}
      title={source ? text('verify.source.one', { code: source.label }) : text('verify.source.new')}
      lead={text('verify.source.formLead')}
      under={{ label: text(from === '' ? 'verify.title' : 'verify.source.backToInformation'), href: back }}
    >
      <FormBody form={form} save={text('verify.source.save')} back={back} onSave={save}>
        <SourceFields view={view} form={form} source={source} />
      </FormBody>
      {source && <RemoveSource view={view} source={source} />}
    </CasePage>
  )
}

function RemoveSource({ view, source }: VerifyProps & { readonly source: EvidenceSource }) {
  const text = useText()
  const done = useDo()
  const leave = useLeave()
  const remove = async (reason: string) => {
    if (await done('evidence.removeSource', { sourceId: source.id, reason }))
      leave(verifyPlace(view), text('verify.source.removed'))
  }
  return (
    <RemoveWithReason
      label={text('verify.source.remove')}
      consequence={text('verify.source.removeConsequence')}
      keepLabel={text('verify.keep')}
      onRemove={reason => void remove(reason)}
    />
  )
}

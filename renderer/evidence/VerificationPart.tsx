import type { CaseView } from '../../shared/case/model.ts'
import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { AssessClaim } from './AssessClaim.tsx'
import { ClaimForm } from './ClaimForm.tsx'
import { ClaimPage } from './ClaimPage.tsx'
import { InformationForm } from './InformationForm.tsx'
import { ProofForm } from './ProofForm.tsx'
import { SourceForm } from './SourceForm.tsx'
import { VerificationPage } from './VerificationPage.tsx'

/**
 * How far a case was checked. An item is `claim-new`, `claim-`, `edit-`, `assess-` or `add-<claim>`,
 * `information-<information>`, `source-new`, `source-<source>`, or `proof`.
 */
export function VerificationPart({ view, item }: PartProps) {
  if (item === null) return <VerificationPage view={view} />
  if (item === 'proof') return <ProofForm view={view} />
  if (item === 'claim-new') return <ClaimForm view={view} claim={null} />
  if (item === 'source-new') return <SourceForm view={view} source={null} />
  const [, task = '', id = ''] = /^([a-z]+)-([\da-f-]{36})$/.exec(item) ?? []
  return <OneThing view={view} task={task} id={id} />
}

interface OneThingProps {
  readonly view: CaseView
  readonly task: string
  readonly id: string
}

function OneThing({ view, task, id }: OneThingProps) {
  const { sources, claims, information } = view.verification
  const source = sources.find(one => one.id === id)
  if (task === 'source' && source) return <SourceForm view={view} source={source} />
  const piece = information.find(one => one.id === id)
  const claim = claims.find(one => one.id === (piece?.claimId ?? id))
  if (!claim) return <GonePage view={view} code="evidence/gone" />
  if (task === 'information' && piece)
    return <InformationForm view={view} claim={claim} information={piece} />
  if (task === 'add') return <InformationForm view={view} claim={claim} information={null} />
  if (task === 'edit') return <ClaimForm view={view} claim={claim} />
  if (task === 'assess') return <AssessClaim view={view} claim={claim} />
  return <ClaimPage view={view} claim={claim} />
}

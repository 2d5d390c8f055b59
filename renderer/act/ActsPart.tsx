import type { CaseView } from '../../shared/case/model.ts'
import { GonePage } from '../CasePage.tsx'
import type { PartProps } from '../part.ts'
import { ActForm } from './ActForm.tsx'
import { ActList } from './ActList.tsx'
import { PerpetratorForm } from './PerpetratorForm.tsx'

const perpetrator = 'perpetrator-'

/** Alleged acts and who is alleged to be behind them: both lists, one act, or (`perpetrator-<id>`) one of the others. */
export function ActsPart({ view, item }: PartProps) {
  if (item === null) return <ActList view={view} />
  if (item.startsWith(perpetrator)) return <OnePerpetrator view={view} id={item.slice(perpetrator.length)} />
  if (item === 'new') return <ActForm view={view} act={null} />
  const act = view.acts.find(({ id }) => id === item)
  return act ? <ActForm view={view} act={act} /> : <GonePage view={view} code="act/gone" />
}

function OnePerpetrator({ view, id }: { readonly view: CaseView; readonly id: string }) {
  if (id === 'new') return <PerpetratorForm view={view} perpetrator={null} />
  const known = view.perpetrators.find(perpetrator => perpetrator.id === id)
  return known ? (
    <PerpetratorForm view={view} perpetrator={known} />
  ) : (
    <GonePage view={view} code="act/gone" />
  )
}

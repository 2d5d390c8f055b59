import { canLift } from '../shared/gate/override.ts'
import type { Outward } from './outward.ts'
import { useText } from './text.tsx'
import { Link, Quiet } from './ui/index.ts'

/** The way to an override, below what is shut. There is none where none can be granted, or nothing is shut. */
export function OverrideWay({ of }: { readonly of: Outward }) {
  const text = useText()
  const { kind, result, places } = of
  const gate = kind === 'brief' ? 'G5' : 'G3'
  const shut = [
    ...result.lines.filter(({ verdict }) => verdict === 'blocked').flatMap(({ findings }) => findings),
    ...result.findings.filter(({ place }) => place !== 'approval'),
  ]
  if (places.override === undefined || !canLift(gate, shut)) return null
  return (
    <p>
      <Quiet>{text(`override.way.${kind}`)}</Quiet>{' '}
      <Link href={places.override}>{text('override.wayTo')}</Link>
    </p>
  )
}

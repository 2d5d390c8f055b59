import { CircleCheck, CircleX, Inbox, RefreshCw, Send, Undo2 } from 'lucide-react'
import type { PackageStanding } from '../shared/notice/model.ts'
import { useText } from './text.tsx'
import { Badge, type IconShape, type Tone } from './ui/index.ts'

const looks: Readonly<Record<PackageStanding, { readonly tone: Tone; readonly icon: IconShape }>> = {
  recalled: { tone: 'stop', icon: Undo2 },
  superseded: { tone: 'neutral', icon: RefreshCw },
  declined: { tone: 'care', icon: CircleX },
  'declined-here': { tone: 'neutral', icon: CircleX },
  'taken-in': { tone: 'safe', icon: CircleCheck },
  received: { tone: 'neutral', icon: Inbox },
  sent: { tone: 'note', icon: Send },
}

/** What became of a package: a shape, a word, a colour. */
export function PackageMark({ standing }: { readonly standing: PackageStanding }) {
  const text = useText()
  return <Badge {...looks[standing]}>{text(`notice.standing.${standing}`)}</Badge>
}

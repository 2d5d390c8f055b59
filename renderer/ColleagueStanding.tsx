import { ShieldAlert, ShieldCheck, ShieldOff, ShieldQuestionMark } from 'lucide-react'
import type { ColleagueStanding as Standing } from '../shared/exchange/colleague.ts'
import { useText } from './text.tsx'
import { Badge, type IconShape, type Tone } from './ui/index.ts'

const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconShape }>> = {
  unverified: { tone: 'care', icon: ShieldQuestionMark },
  verified: { tone: 'safe', icon: ShieldCheck },
  changed: { tone: 'stop', icon: ShieldAlert },
  retired: { tone: 'neutral', icon: ShieldOff },
}

/** How far a colleague's keys can be relied on: a shape, a word, a colour. */
export function ColleagueStanding({ standing }: { readonly standing: Standing }) {
  const text = useText()
  return <Badge {...looks[standing]}>{text(`colleague.standing.${standing}`)}</Badge>
}

import type { ActionLine, ActionSummary } from '../../shared/action/model.ts'
import { useText, type Text } from '../text.tsx'
import { Badge, type Tone } from '../ui/index.ts'

/** What an action is called: what exactly, or its kind. */
export const nameOf = (text: Text, { kind, detail }: Pick<ActionLine, 'kind' | 'detail'>): string =>
  kind === 'other' ? detail : text.code('action', kind)

const tones: Readonly<Record<string, Tone>> = {
  proposed: 'neutral',
  blocked_consent: 'stop',
  blocked_risk: 'stop',
  awaiting_approval: 'care',
  approved: 'note',
  sent: 'note',
  answered: 'note',
  completed: 'safe',
  cancelled: 'neutral',
  failed: 'care',
}

/** How far an action has come, in words and colour. */
export function StatusBadge({ status }: Pick<ActionSummary, 'status'>) {
  const text = useText()
  return <Badge tone={tones[status] ?? 'neutral'}>{text.code('actionStatus', status)}</Badge>
}

/** The language of words as a page says it; nothing where it is not known. */
export const langOf = (code: string | null): string | undefined =>
  code === null || code === 'other' || code === 'unknown' ? undefined : code

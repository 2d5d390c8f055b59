import { usualAddress, type UsualAddress } from '../../shared/action/usual.ts'
import type { ActionFormState, ActionTyped } from './ActionForm.tsx'

const addressIn = ({ purpose, recipient, channel, identityLevel, facts }: ActionFormState['value']) => ({
  purpose,
  recipient,
  channel,
  identityLevel,
  facts,
})

const isThis = (usual: UsualAddress, value: ActionFormState['value']) =>
  JSON.stringify(usual) === JSON.stringify({ ...usual, ...addressIn(value) })

/** Whether what is told to whom stands as it was proposed for the kind. */
export function isUsual(value: ActionFormState['value']): boolean {
  const usual = value.kind === null ? null : usualAddress(value.kind)
  return usual !== null && isThis(usual, value)
}

/** Chooses the kind, and fills what is told to whom with what is usual for it, unless somebody chose something else. */
export function chooseKind({ value, set }: ActionFormState, kind: ActionTyped['kind'] | null): void {
  const isUntouched = value.purpose === null || isUsual(value)
  set('kind', kind)
  const usual = kind === null ? null : usualAddress(kind)
  if (!usual || !isUntouched) return
  set('purpose', usual.purpose)
  set('recipient', usual.recipient)
  set('channel', usual.channel)
  set('identityLevel', usual.identityLevel)
  set('facts', [...usual.facts])
}

import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Notice, Stack } from '../ui/index.ts'

/** What was noticed when the vault was opened; nothing when all was well. */
export function VaultWarnings() {
  const text = useText()
  const warnings = useSession(({ vault }) => vault?.warnings ?? none)
  if (warnings.length === 0) return null
  return (
    <Stack gap={12}>
      {warnings.map(warning => (
        <Notice key={warning} tone={warning === 'not-closed' ? 'note' : 'care'}>
          {text(`vault.warning.${warning}`)}
        </Notice>
      ))}
    </Stack>
  )
}

const none: readonly string[] = []

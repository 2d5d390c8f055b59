import { useSession } from '../session.ts'
import { useText } from '../text.tsx'
import { Notice, Stack } from '../ui/index.ts'
import { RecordWarning } from './RecordWarning.tsx'

/** What was noticed when the vault was opened; nothing when all was well. */
export function VaultWarnings() {
  const text = useText()
  const warnings = useSession(({ vault }) => vault?.warnings ?? none)
  if (warnings.length === 0) return <RecordWarning />
  return (
    <Stack gap={12}>
      <RecordWarning />
      {warnings.map(warning => (
        <Notice key={warning} tone={warning === 'not-closed' ? 'note' : 'care'}>
          {text(`vault.warning.${warning}`)}
        </Notice>
      ))}
    </Stack>
  )
}

const none: readonly string[] = []

import type { Signature } from '../../shared/handover/model.ts'
import { useText } from '../text.tsx'
import { TwelveWords } from '../TwelveWords.tsx'
import { DescriptionList, Section, Stack } from '../ui/index.ts'
import type { Description } from '../ui/index.ts'

interface Props {
  readonly by: Signature
  /** The successor's; `null` while there is none. */
  readonly to: Signature | null
  /** What stands in its place. */
  readonly waiting: string
}

/** Who handed over and who took over, when, and the words of the keys that signed. */
export function Signatures({ by, to, waiting }: Props) {
  const text = useText()
  const row = (id: 'by' | 'to', signature: Signature): Description => ({
    id,
    label: text(`caseload.signed.${id}`),
    value: (
      <Stack gap={8}>
        <span>{text('caseload.signed.at', { role: signature.role, at: text.moment(signature.at) })}</span>
        {signature.words.length > 0 && (
          <TwelveWords
            label={text('caseload.signed.words', { role: signature.role })}
            words={signature.words}
          />
        )}
      </Stack>
    ),
  })
  return (
    <Section title={text('caseload.signatures')}>
      <DescriptionList
        rows={[
          row('by', by),
          to ? row('to', to) : { id: 'to', label: text('caseload.signed.to'), value: waiting },
        ]}
      />
    </Section>
  )
}

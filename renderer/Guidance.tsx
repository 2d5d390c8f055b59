import { guidance } from '../shared/vocabulary/guidance.ts'
import { useText } from './text.tsx'
import { Disclosure, Quiet, Section, Stack } from './ui/index.ts'

/** The points of a guidance note, one press away; always with what they rest on. */
export function Guidance({ note }: { readonly note: keyof typeof guidance }) {
  const text = useText()
  return (
    <Section title={text(`guidance.${note}.title`)}>
      <Disclosure label={text(`guidance.${note}.intro`)}>
        <Stack gap={12}>
          <ul>
            {guidance[note].map(point => (
              <li key={point}>{text(`guidance.${note}.${point}`)}</li>
            ))}
          </ul>
          <Quiet>{text(`guidance.${note}.basis`)}</Quiet>
        </Stack>
      </Disclosure>
    </Section>
  )
}

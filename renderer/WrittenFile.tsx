import type { Receipt } from '../shared/brief/contract.ts'
import { useText } from './text.tsx'
import { Code, DescriptionList, Notice, Stack } from './ui/index.ts'

interface Props {
  readonly receipt: Receipt
  /** What was written: the title. */
  readonly title: string
  /** What to do with it now. */
  readonly next: string
}

/** A notice is a file now: its name and size, and what to do with it. */
export function WrittenFile({ receipt: { name, size }, title, next }: Props) {
  const text = useText()
  return (
    <Stack gap={12}>
      <Notice tone="safe" title={title} live>
        {next}
      </Notice>
      <DescriptionList
        rows={[
          { id: 'name', label: text('notice.file.name'), value: <Code>{name}</Code> },
          {
            id: 'size',
            label: text('notice.file.size'),
            value: text('notice.file.kilobytes', { size: Math.ceil(size / 1024) }),
          },
        ]}
      />
    </Stack>
  )
}

import type { Text } from '../text.tsx'

/** A number of bytes as people read it: "84 kB", "1.2 MB". */
export function sizeIn({ locale }: Text, bytes: number): string {
  const [unit, value] = bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000]
  const digits = unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
  }).format(unit === 'kilobyte' ? Math.max(1, value) : value)
}

import type { PackageLine } from '../../shared/notice/model.ts'
import { useAnswer, type Answer } from '../asking.ts'

/** One line of the log: `undefined` while it loads, `null` when there is no such line. */
export interface OneLine extends Pick<Answer<unknown>, 'refusal' | 'again'> {
  readonly line: PackageLine | null | undefined
  /** The same package to everybody it went to. */
  readonly all: readonly PackageLine[]
}

/** Loads what became of one package. */
export function useLine(id: string): OneLine {
  const { value, refusal, again } = useAnswer('notice.log', {})
  const line = value?.find(one => one.id === id) ?? (value ? null : undefined)
  const isSame = (one: PackageLine) => one.packageId === line?.packageId && one.direction === line.direction
  return { line, all: value?.filter(isSame) ?? [], refusal, again }
}

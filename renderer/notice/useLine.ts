import type { PackageLine } from '../../shared/notice/model.ts'
import { useAnswer, type Answer } from '../asking.ts'

/** One line of the log; `undefined` while it loads and when there is none, which `refusal` says. */
export interface OneLine extends Pick<Answer<unknown>, 'refusal' | 'again'> {
  readonly line: PackageLine | undefined
  /** The same package to everybody it went to. */
  readonly all: readonly PackageLine[]
}

/** Loads what became of one package. */
export function useLine(id: string): OneLine {
  const { value, refusal, again } = useAnswer('notice.package', { id })
  return { line: value?.line, all: value?.all ?? [], refusal, again }
}

import { parse } from 'yaml'
import { isMap } from './fields.ts'
import type { ReadPattern } from './pattern.ts'
import { readPattern } from './read.ts'

/** Why a file is no list of patterns. `where` counts from 1: the line of the file, or the place in the list. */
export interface FileFault {
  readonly fault: 'not-yaml' | 'not-a-list' | 'not-a-mapping'
  readonly where: number
}

/**
 * Reads a list of patterns.
 *
 * @returns the patterns in the order of the file, or what is the matter with it.
 */
export function readPatterns(text: string): readonly ReadPattern[] | FileFault {
  const value = yamlIn(text)
  if (value === undefined || isFault(value)) return value ?? { fault: 'not-a-list', where: 1 }
  if (!Array.isArray(value)) return { fault: 'not-a-list', where: 1 }
  const odd = value.findIndex(one => !isMap(one))
  if (odd >= 0) return { fault: 'not-a-mapping', where: odd + 1 }
  return value.map((one, index) => readPattern(one, index + 1))
}

/** Whether reading ended in a fault. */
export const isFault = (value: unknown): value is FileFault =>
  isMap(value) && typeof value['fault'] === 'string'

function yamlIn(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    const { linePos } = error as { readonly linePos?: readonly [{ readonly line: number }] }
    return { fault: 'not-yaml', where: linePos?.[0].line ?? 1 } satisfies FileFault
  }
}

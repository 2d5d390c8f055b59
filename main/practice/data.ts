import text from '../../resources/practice/patterns.yaml?raw'
import { isFault, readPatterns } from './file.ts'
import type { ReadPattern } from './pattern.ts'

/** The invented cases that come with Vigil, in their order. @throws Error when the file is not what it must be. */
export function practicePatterns(): readonly ReadPattern[] {
  const patterns = readPatterns(text)
  if (isFault(patterns)) throw new Error(`practice data: ${patterns.fault} at ${patterns.where}`)
  return patterns
}

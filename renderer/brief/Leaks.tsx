import { LeakNotice } from '../LeakNotice.tsx'
import type { StepPageProps } from './step.ts'

/** Where the sentences of the brief give away what is withheld, each place in words. Nothing when they do not. */
export function Leaks({ view, brief: { leaks, lines } }: StepPageProps) {
  return <LeakNotice of={{ kind: 'brief', leaks, lines, view }} />
}

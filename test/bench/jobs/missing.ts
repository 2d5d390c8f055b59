import type { Job } from '../job.ts'

const missing = (name: string, leftOut: string): Job => ({
  name,
  beside: '',
  unit: 'ms',
  goal: null,
  run: () => ({ leftOut }),
})

/** What was asked to be measured and is not there to be measured: named, so that nobody takes it for quick. */
export const missingJobs: readonly Job[] = [
  missing('trend query over everything', 'Vigil has no trends; the annual report counts its own window'),
  missing('import 10,000 rows', 'Vigil takes in e-mails and packages, and no tables'),
]

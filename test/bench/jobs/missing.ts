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
  missing(
    'import 10,000 rows',
    'Vigil takes in e-mails and packages, and no tables; the most that comes in at once is a caseload: see the merge of 1,000 cases, which are some 12,000 rows',
  ),
]

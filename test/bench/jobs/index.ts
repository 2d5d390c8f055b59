import type { Job } from '../job.ts'
import { caseJobs } from './case.ts'
import { exchangeJobs } from './exchange.ts'
import { copyJobs, fileJobs } from './files.ts'
import { listJobs } from './list.ts'
import { memoryJobs } from './memory.ts'
import { missingJobs } from './missing.ts'
import { nameJobs } from './name.ts'
import { paperJobs } from './paper.ts'
import { peerJobs } from './peers.ts'
import { recordJobs } from './record.ts'
import { reportJobs } from './report.ts'
import { screenJobs } from './screens.ts'
import { searchJobs } from './search.ts'
import { vaultJobs } from './vault.ts'
import { windowJobs } from './window.ts'

/**
 * Everything that is measured, in the order it is told. Behind the jobs of the window the vault of the office is not written to
 * any more: its clock has gone on.
 */
export const jobs: readonly Job[] = [
  ...vaultJobs,
  ...caseJobs,
  ...listJobs,
  ...screenJobs,
  ...searchJobs,
  ...nameJobs,
  ...reportJobs,
  ...recordJobs,
  ...peerJobs,
  ...copyJobs,
  ...paperJobs,
  ...windowJobs,
  ...memoryJobs,
  ...exchangeJobs,
  ...fileJobs,
  ...missingJobs,
]

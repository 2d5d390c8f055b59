import { runSeal } from '../exchange/run.ts'
import { serveJob } from '../job.ts'

serveJob(runSeal)

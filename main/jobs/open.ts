import { runOpen } from '../exchange/run.ts'
import { serveJob } from '../job.ts'

serveJob(runOpen)

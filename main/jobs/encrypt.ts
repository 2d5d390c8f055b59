import { runEncrypt } from '../exchange/run.ts'
import { serveJob } from '../job.ts'

serveJob(runEncrypt)

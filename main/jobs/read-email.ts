import { z } from '../../shared/zod.ts'
import { readEmail } from '../import/readEmail.ts'
import { serveJob } from '../job.ts'
import { Bytes } from '../../shared/model.ts'

/** What the job is given: the e-mail file. */
const Job = z.strictObject({ bytes: Bytes })

serveJob(input => readEmail(Job.parse(input).bytes))

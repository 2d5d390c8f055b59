import { Bytes } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { textInPicture } from '../exchange/readPicture.ts'
import { serveJob } from '../job.ts'

/** What the job is given: the picture file. */
const Job = z.strictObject({ bytes: Bytes })

serveJob(input => textInPicture(Job.parse(input).bytes))

import { Bytes } from '../../shared/model.ts'
import { z } from '../../shared/zod.ts'
import { serveJob } from '../job.ts'
import { textOfPdf } from '../brief/pdfText.ts'

const Job = z.strictObject({ bytes: Bytes })

serveJob(input => textOfPdf(Job.parse(input).bytes))

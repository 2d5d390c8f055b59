import { BriefDocument } from '../../shared/brief/model.ts'
import { z } from '../../shared/zod.ts'
import { docxOf } from '../docx/docxOf.ts'
import { serveJob } from '../job.ts'
import { sayIn } from '../text.ts'

const Job = z.strictObject({ document: BriefDocument })

serveJob(input => {
  const { document } = Job.parse(input)
  return docxOf(document, sayIn(document.language))
})

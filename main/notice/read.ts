import type { BriefManifest } from '../../shared/exchange/manifest.ts'
import { BriefNotice } from '../../shared/notice/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import { fileOf } from '../exchange/packageFile.ts'
import type { Opened } from '../exchange/seal.ts'

/** The name of the notice inside its package. */
export const noticeFile = 'notice.json'

const Format = z.looseObject({ format: z.string() })

/** The notice to the reader of a brief. @throws Refused `exchange/not-a-package`, `exchange/newer-than-app` */
export function noticeIn(opened: Opened & { readonly manifest: BriefManifest }): BriefNotice {
  const value = fileOf(opened, noticeFile)
  const parsed = BriefNotice.safeParse(value)
  if (parsed.success) return parsed.data
  const format = Format.safeParse(value).data?.format ?? ''
  const isNewer = /^vigil-notice\/([2-9]|[1-9]\d+)$/.test(format)
  throw new Refused(isNewer ? 'exchange/newer-than-app' : 'exchange/not-a-package')
}

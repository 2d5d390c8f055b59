import type { BriefDocument } from '../../shared/brief/model.ts'
import type { BriefManifest } from '../../shared/exchange/manifest.ts'

/** A brief being read: in memory only. `manifestSha256` is what the reply will name. */
export interface OpenBrief {
  readonly document: BriefDocument
  readonly manifest: BriefManifest
  readonly manifestSha256: string
}

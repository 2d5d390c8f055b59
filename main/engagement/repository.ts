import type { Engagement } from '../../shared/engagement/model.ts'
import { table } from '../db/table.ts'

export const engagements = table<Engagement>('engagement', {
  id: 'plain',
  caseId: 'plain',
  personIds: 'json',
  kind: 'plain',
  status: 'plain',
  entity: 'plain',
  when: 'json',
  locus: 'json',
  publicity: 'json',
  note: 'plain',
  addedAt: 'plain',
})

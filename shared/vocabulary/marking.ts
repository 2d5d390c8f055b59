import { first, list } from './list.ts'

/** The levels of ST/SGB/2007/6, least protected first. A file carries the highest level of anything in it. */
export const marking = list({
  id: 'marking',
  ...first,
  basis: 'S',
  codes: ['unclassified', 'confidential', 'strictly_confidential'],
})

/** Instructions printed beside the level. They are not levels of the United Nations. */
export const handlingCaveat = list({
  id: 'handlingCaveat',
  ...first,
  basis: 'I',
  codes: ['source_protected', 'no_name', 'no_state_sharing', 'recipient_only', 'destroy_after'],
})

import { query, task } from '../operation.ts'
import { z } from '../zod.ts'
import { Found, Search } from './model.ts'

export const searchContract = {
  /** Everything in cases that holds these words; names are not looked through. Leaves no trace. */
  'search.find': query(Search, Found),
  /** Reads on for a moment what is not in the index yet. Changes nothing but the index, and is no entry. */
  'search.keepUp': task(z.strictObject({}), z.object({ behind: z.int() })),
}

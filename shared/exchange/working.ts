import { z } from '../zod.ts'

/** What takes long about packages: choosing what leaves, seeing what would change, taking over. */
export const WorkStage = z.enum(['compiling', 'comparing', 'taking'])
export type WorkStage = z.infer<typeof WorkStage>

/** How far it is, in cases. `all`: 0 while that is not known. */
export const WorkProgress = z.object({ stage: WorkStage, done: z.int(), all: z.int() })

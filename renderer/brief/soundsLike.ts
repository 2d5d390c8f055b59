import type { SoundsLike } from '../Alikes.tsx'
import { whereIn } from '../LeakNotice.tsx'
import type { Text } from '../text.tsx'
import type { StepPageProps } from './step.ts'
import { changeBrief } from './useBrief.ts'

/** A brief, as far as its words sound like a withheld name. */
export const soundsLike = (text: Text, { view, brief }: StepPageProps): SoundsLike => ({
  alike: brief.alike,
  notMeant: brief.draft.notMeant ?? [],
  view,
  whereIs: where => whereIn(text, brief, where),
  change: notMeant => changeBrief(brief, { notMeant }),
})

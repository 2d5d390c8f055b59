import type { Text } from '../text.tsx'

/** How often a person can be asked to be in touch, in hours. */
export const intervals = ['6', '12', '24', '48', '72', '168', '336', '720'] as const

/** How long after the hour a check-in may still come, in hours. */
export const graces = ['0', '1', '2', '4', '12', '24'] as const

/** "Every 12 hours", "every 2 days". */
export const every = (text: Text, hours: number): string =>
  hours % 24 === 0
    ? text('plan.checkIn.everyDays', { days: hours / 24 })
    : text('plan.checkIn.everyHours', { hours })

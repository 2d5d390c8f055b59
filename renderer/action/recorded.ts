/** What can be recorded of an action, in the order of the page. */
export const recorded = [
  'sent',
  'reply',
  'reminder',
  'adequacy',
  'effect',
  'outcome',
  'development',
  'ended',
] as const
export type Recorded = (typeof recorded)[number]

/** Whether the last step of an address is the page on which something is recorded. */
export const isRecorded = (page: string): page is Recorded => recorded.some(what => what === page)

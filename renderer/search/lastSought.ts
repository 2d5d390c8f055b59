import type { Sought } from './useFound.ts'

const nothing: Sought = { words: '', kinds: [], state: null }

let last = nothing

/** What was looked for last in this window, for whoever comes back from what was found. Gone with the page, and so at a lock. */
export const lastSought = (): Sought => last

export const remember = (sought: Sought): void => void (last = sought)

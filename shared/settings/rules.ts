import type { Duty } from '../vault/model.ts'

const setters: readonly Duty[] = ['focal_point', 'head_of_presence']

/** Whether somebody may change what the whole office works by: clocks, lists, thresholds and report windows. */
export const maySet = (duties: readonly Duty[]): boolean => duties.some(duty => setters.includes(duty))

import { first, list } from './list.ts'

/** Who the victim is: one person or more than one (HURIDOCS list 7). */
export const victimUnit = list({
  id: 'victimUnit',
  ...first,
  basis: 'S',
  codes: ['individual', 'family', 'group', 'organization', 'community', 'general_population', 'unknown'],
})

/** Gender as the person gives it. `undisclosed` is the person's choice not to say. */
export const gender = list({
  id: 'gender',
  ...first,
  basis: 'I',
  codes: ['woman', 'man', 'girl', 'boy', 'non_binary', 'other_self_described', 'undisclosed', 'unknown'],
})

/** Age in whole years at the time of the act, in bands. */
export const ageBand = list({
  id: 'ageBand',
  ...first,
  basis: 'I',
  codes: ['child_under_18', 'young_18_24', 'adult_25_34', 'adult_35_59', 'older_60_plus', 'unknown'],
})

/** How the person is placed now (HURIDOCS list 25). */
export const victimSituation = list({
  id: 'victimSituation',
  ...first,
  basis: 'S',
  codes: [
    'at_liberty',
    'detained',
    'disappeared',
    'displaced',
    'exile',
    'deceased',
    'restricted_movement',
    'hidden',
    'other',
    'unknown',
  ],
})

/** Whether somebody is in danger now. `imminent` raises the urgent flag. */
export const immediateDanger = list({
  id: 'immediateDanger',
  ...first,
  basis: 'S',
  codes: ['none', 'possible', 'imminent', 'unknown'],
})

import { ruleTime } from '../shared/record/clock.ts'
import type { App } from './app.ts'
import type { ReadDb } from './db/handles.ts'
import { clockFloor } from './record/repository.ts'

/** The time rules go by. An entry itself says what the clock said. */
export const timeFor = (app: Pick<App, 'clock' | 'today'>, db: ReadDb): ReturnType<typeof ruleTime> =>
  ruleTime({ now: app.clock(), today: app.today() }, clockFloor(db))

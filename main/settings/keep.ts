import { Refused } from '../../shared/refusal.ts'
import { maySet } from '../../shared/settings/rules.ts'
import type { CommandContext } from '../handler.ts'
import { addVersion } from './repository.ts'
import type { SettingVersion } from './repository.ts'

/** Adds one version that holds from now on. */
export function keep(
  context: CommandContext,
  version: Pick<SettingVersion, 'about' | 'content' | 'change' | 'reason'>,
): void {
  addVersion(context.db, {
    ...version,
    id: context.newId(),
    validFrom: context.now,
    setBy: context.actor,
  })
  context.because(version.reason)
}

/** Changes what the whole office works by. @throws Refused `settings/not-your-duty` */
export function mustBeTheirs({ duties }: Pick<CommandContext, 'duties'>): void {
  if (!maySet(duties)) throw new Refused('settings/not-your-duty')
}

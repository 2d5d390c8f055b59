import { basename } from 'node:path'
import type { VaultState } from '../../shared/vault/model.ts'
import type { App } from '../app.ts'
import { forReading } from '../db/handles.ts'
import { isAtPractice } from '../practice/place.ts'
import { closedState } from './atTheDoor.ts'
import { people, standingOf } from './people.ts'
import { riskOf } from './standsWhere.ts'
import { vaultState } from './vaultFile.ts'

/** Where the vault stands now, as the page may know it. */
export function stateOf({ desk }: App): VaultState {
  return {
    ...closedState(vaultState(desk.folder) === 'there' ? 'locked' : 'none'),
    ...(desk.vault && { state: 'open' }),
    place: desk.elsewhere ? basename(desk.folder) : null,
    officer: desk.officer,
    ...standing(desk),
    warnings: [...(desk.vault?.warnings ?? []), ...placeWarnings(desk)],
    idleMinutes: desk.idleMinutes,
    practice: isAtPractice(desk),
  }
}

/** A folder that is kept the same elsewhere sends copies of the vault there. Its name tells; what lies on a network is never opened. */
const placeWarnings = ({ vault, folder }: App['desk']) =>
  vault && riskOf(folder, { platform: process.platform, mounts: '' }) === 'cloud' ? ['in-cloud'] : []

/** What whoever is at the desk may decide, and how many people there are. */
function standing(desk: App['desk']): Pick<VaultState, 'duties' | 'people'> {
  if (!desk.vault) return { duties: [], people: 0 }
  const db = forReading(desk.vault.db)
  return { duties: [...standingOf(db, desk.officerId).duties], people: people(db).length }
}

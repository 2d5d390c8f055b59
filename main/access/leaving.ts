import type { OfficerId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import type { ReadDb, WriteDb } from '../db/handles.ts'
import { dropBoxesOf, limits } from './repository.ts'

/** What is for one person alone would be lost with them. @throws Refused `access/last-named` */
export function mustLeaveNobodyOut(db: ReadDb, officerId: OfficerId): void {
  if (limits.all(db).some(({ named }) => named.length === 1 && named[0] === officerId))
    throw new Refused('access/last-named')
}

/** Those of some people who are named for something that is for none but these. */
export const onlyFor = (db: ReadDb, some: ReadonlySet<OfficerId>): ReadonlySet<OfficerId> =>
  new Set(
    limits
      .all(db)
      .filter(({ named }) => named.every(one => some.has(one)))
      .flatMap(({ named }) => named),
  )

/** Somebody who left the vault is named no more, and nothing is locked for them. */
export function leaveLimits(db: WriteDb, officerId: OfficerId): void {
  for (const limit of limits.all(db)) {
    const named = limit.named.filter(one => one !== officerId)
    if (named.length > 0 && named.length < limit.named.length) limits.update(db, { ...limit, named })
  }
  dropBoxesOf(db, officerId)
}

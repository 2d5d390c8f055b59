import type { Limit, Subject } from '../../shared/access/model.ts'
import type { CaseId, OfficerId, PersonId } from '../../shared/model.ts'
import { cases } from '../case/repository.ts'
import { apartCases, caseKey, knowApart } from '../db/apartKeys.ts'
import { hide, sealAnew, sealCase, unsealCase } from '../db/apartMove.ts'
import { show } from '../db/apartView.ts'
import type { WriteDb } from '../db/handles.ts'
import type { CommandContext } from '../handler.ts'
import { openIdentity, sealIdentity } from '../person/identity.ts'
import { keepIdentity, sealedIdentity } from '../person/repository.ts'
import { keepWords, sealedWords } from '../plan/repository.ts'
import { openWords, sealWords } from '../plan/words.ts'
import { lockForAll, mustOpenKey } from './keys.ts'
import { dropBoxes, limits, subjectId } from './repository.ts'

/** This connection knows one case differently from now on; the keys of the others stay as they are. */
function know(db: WriteDb, caseId: CaseId, key: Uint8Array | null | undefined): void {
  const known = new Map([...apartCases(db)].map(([id, one]) => [id, one && one.slice()] as const))
  if (key === undefined) known.delete(caseId)
  else known.set(caseId, key && key.slice())
  knowApart(db, known)
}

interface Wrapping {
  readonly personId: PersonId
  readonly from: Uint8Array
  readonly to: Uint8Array
}

/** Seals who somebody is, and their safe words, anew: under keys of their own that another key wraps. */
function wrapAnew({ db, random }: CommandContext, { personId, from, to }: Wrapping): void {
  const identity = sealedIdentity(db, personId)
  const words = sealedWords(db, personId)
  const next = { personId, vaultKey: to, random }
  if (identity)
    keepIdentity(db, {
      personId,
      ...sealIdentity(openIdentity(identity, { personId, vaultKey: from }), next),
    })
  if (words) keepWords(db, { personId, ...sealWords(openWords(words, { personId, vaultKey: from }), next) })
}

/** From here on only these people read it. */
export function limit(context: CommandContext, subject: Subject, named: Limit['named']): void {
  const { db, random, now, actor } = context
  const { caseId, personId } = subject
  const id = subjectId(subject)
  const code = cases.byId(db, caseId)?.code ?? ''
  const key = random(32)
  limits.insert(db, { id, about: personId ? 'identity' : 'case', caseId, code, named, by: actor, since: now })
  lockForAll(context, named, { subject: id, key })
  if (personId) wrapAnew(context, { personId, from: context.key('identity'), to: key })
  else {
    know(db, caseId, key)
    show(db)
    sealCase(db, { caseId, key })
  }
  key.fill(0)
}

/** Everybody of the vault who reads cases reads it again. @throws Refused `access/not-named` */
export function lift(context: CommandContext, subject: Subject): void {
  const { db } = context
  const { caseId, personId } = subject
  const id = subjectId(subject)
  const key = mustOpenKey(context, id)
  if (personId) wrapAnew(context, { personId, from: key, to: context.key('identity') })
  else {
    unsealCase(db, { caseId, key })
    know(db, caseId, undefined)
  }
  limits.remove(db, id)
  dropBoxes(db, id)
  key.fill(0)
}

/**
 * Somebody reads it no more: it goes under a new key, which they have not. What they read or copied before, they have.
 *
 * @throws Refused `access/not-named`
 */
export function sealWithout(context: CommandContext, subject: Subject, officerId: OfficerId): void {
  const { db, random } = context
  const { caseId, personId } = subject
  const id = subjectId(subject)
  const before = limits.byId(db, id)
  if (!before) return
  const [key, next] = [mustOpenKey(context, id), random(32)]
  const named = before.named.filter(one => one !== officerId)
  if (personId) wrapAnew(context, { personId, from: key, to: next })
  else sealAnew(db, { caseId, key }, next)
  lockForAll(context, named, { subject: id, key: next })
  limits.update(db, { ...before, named })
  if (!personId) readWith(context, caseId, officerId === context.officerId ? null : next)
  for (const one of [key, next]) one.fill(0)
}

function readWith({ db }: CommandContext, caseId: CaseId, key: Uint8Array | null): void {
  if (key === null && caseKey(db, caseId)) hide(db, caseId)
  know(db, caseId, key)
}

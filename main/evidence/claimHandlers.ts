import type { Claim, ClaimAbout, EvidenceSourceDraft, SourceItem } from '../../shared/evidence/claim.ts'
import { standingOf } from '../../shared/evidence/rules.ts'
import { ClaimId, EvidenceSourceId, InformationId } from '../../shared/model.ts'
import type { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { acts } from '../act/repository.ts'
import { changed, mustExist } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { engagements } from '../engagement/repository.ts'
import type { HandlersFor } from '../handler.ts'
import { persons } from '../person/repository.ts'
import {
  claims,
  evidenceSources,
  information,
  nextLabel,
  proofs,
  retireLabel,
  verificationOf,
} from './claimRepository.ts'
import { attachments, messages } from './repository.ts'

/** A row that is there. @throws Refused `evidence/gone` */
function found<T>(row: T | null): T {
  if (row === null) throw new Refused('evidence/gone')
  return row
}

/** @throws Refused `evidence/not-of-this-case` */
function mustBeOf(caseId: CaseId, row: { readonly caseId: CaseId } | null): void {
  if (row?.caseId !== caseId) throw new Refused('evidence/not-of-this-case')
}

function itemOf(db: ReadDb, item: SourceItem) {
  if (item.kind === 'person') return persons.byId(db, item.personId)
  if (item.kind === 'message') return messages.byId(db, item.messageId)
  return item.kind === 'attachment' ? attachments.byId(db, item.attachmentId) : null
}

/** @throws Refused when a source leans on itself or on what is not of its case. */
function mustHold(db: ReadDb, caseId: CaseId, { source, id }: { source: EvidenceSourceDraft; id: string }) {
  if (source.item.kind !== 'outside') mustBeOf(caseId, itemOf(db, source.item))
  for (const other of source.dependsOn) {
    if (other === id) throw new Refused('evidence/depends-on-itself')
    mustBeOf(caseId, evidenceSources.byId(db, other))
  }
}

const aboutOf = (db: ReadDb, about: ClaimAbout) =>
  'actId' in about ? acts.byId(db, about.actId) : engagements.byId(db, about.engagementId)

/** @throws Refused `evidence/reason-missing` when something else is found than was suggested, and nobody says why. */
const suggestedFor = (db: ReadDb, claim: Claim, { status, reason }: { status: string; reason: string }) => {
  const { suggested } = standingOf(claim, verificationOf(db, claim.caseId))
  if (status !== suggested && reason === '') throw new Refused('evidence/reason-missing')
  return suggested
}

type Operations = Omit<HandlersFor<'evidence'>, 'evidence.check'>

const sourceHandlers = {
  'evidence.addSource': (context, { caseId, source }) => {
    const { db, now } = context
    mustExist(db, caseId)
    const sourceId = EvidenceSourceId.parse(context.newId())
    mustHold(db, caseId, { source, id: sourceId })
    const label = nextLabel(db, caseId, 'S')
    evidenceSources.insert(db, { ...source, id: sourceId, caseId, label, addedAt: now })
    changed(context, caseId)
    return { sourceId }
  },

  'evidence.changeSource': (context, { sourceId, source }) => {
    const before = found(evidenceSources.byId(context.db, sourceId))
    mustHold(context.db, before.caseId, { source, id: sourceId })
    evidenceSources.update(context.db, { ...before, ...source })
    changed(context, before.caseId)
    return null
  },

  'evidence.removeSource': (context, { sourceId, reason }) => {
    const { db } = context
    const { caseId, label } = found(evidenceSources.byId(db, sourceId))
    if (information.ofCase(db, caseId).some(one => one.sourceId === sourceId))
      throw new Refused('evidence/source-used')
    for (const other of evidenceSources.ofCase(db, caseId).filter(one => one.dependsOn.includes(sourceId)))
      evidenceSources.update(db, { ...other, dependsOn: other.dependsOn.filter(id => id !== sourceId) })
    evidenceSources.remove(db, sourceId)
    retireLabel(db, caseId, label)
    changed(context, caseId)
    context.because(reason)
    return null
  },
} satisfies Partial<Operations>

const claimsHandlers = {
  'evidence.addClaim': (context, { caseId, claim }) => {
    const { db, now } = context
    mustExist(db, caseId)
    mustBeOf(caseId, aboutOf(db, claim.about))
    const claimId = ClaimId.parse(context.newId())
    const label = nextLabel(db, caseId, 'C')
    claims.insert(db, { ...claim, id: claimId, caseId, label, assessment: null, addedAt: now })
    changed(context, caseId)
    return { claimId }
  },

  'evidence.changeClaim': (context, { claimId, claim }) => {
    const before = found(claims.byId(context.db, claimId))
    mustBeOf(before.caseId, aboutOf(context.db, claim.about))
    claims.update(context.db, { ...before, ...claim })
    changed(context, before.caseId)
    return null
  },

  'evidence.removeClaim': (context, { claimId, reason }) => {
    const { db } = context
    const { caseId, label } = found(claims.byId(db, claimId))
    for (const one of information.ofCase(db, caseId).filter(piece => piece.claimId === claimId))
      information.remove(db, one.id)
    claims.remove(db, claimId)
    retireLabel(db, caseId, label)
    changed(context, caseId)
    context.because(reason)
    return null
  },

  'evidence.assessClaim': (context, { claimId, finding }) => {
    const { db, now, actor } = context
    const claim = found(claims.byId(db, claimId))
    const suggested = suggestedFor(db, claim, finding)
    claims.update(db, { ...claim, assessment: { ...finding, suggested, by: actor, at: now } })
    changed(context, claim.caseId)
    return null
  },

  'evidence.assessProof': (context, { caseId, proof }) => {
    const { db, now, actor } = context
    mustExist(db, caseId)
    const kept = { ...proof, id: caseId, by: actor, at: now }
    if (proofs.byId(db, caseId)) proofs.update(db, kept)
    else proofs.insert(db, kept)
    changed(context, caseId)
    return null
  },
} satisfies Partial<Operations>

const informationHandlers = {
  'evidence.addInformation': (context, { claimId, information: draft }) => {
    const { db, now } = context
    const { caseId } = found(claims.byId(db, claimId))
    mustBeOf(caseId, evidenceSources.byId(db, draft.sourceId))
    const informationId = InformationId.parse(context.newId())
    information.insert(db, { ...draft, id: informationId, caseId, claimId, addedAt: now })
    changed(context, caseId)
    return { informationId }
  },

  'evidence.changeInformation': (context, { informationId, information: draft }) => {
    const before = found(information.byId(context.db, informationId))
    mustBeOf(before.caseId, evidenceSources.byId(context.db, draft.sourceId))
    information.update(context.db, { ...before, ...draft })
    changed(context, before.caseId)
    return null
  },

  'evidence.removeInformation': (context, { informationId, reason }) => {
    const { caseId } = found(information.byId(context.db, informationId))
    information.remove(context.db, informationId)
    changed(context, caseId)
    context.because(reason)
    return null
  },
} satisfies Partial<Operations>

/** Sources, claims, what the ones say on the others, and what the officer found. */
export const claimHandlers: Operations = { ...sourceHandlers, ...claimsHandlers, ...informationHandlers }

import { PaperId } from '../../shared/model.ts'
import { allParts, saidPaper } from '../../shared/paper/document.ts'
import { Refused } from '../../shared/refusal.ts'
import { changed } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { HandlersFor } from '../handler.ts'
import { persons } from '../person/repository.ts'
import { plans } from '../plan/repository.ts'
import { isPracticeVault } from '../practice/place.ts'
import { caseView } from '../views/caseView.ts'
import { assemble, personIn, viewOf } from './assemble.ts'
import { exportPaper, printPaper, settlePaper } from './leave.ts'
import { paperById, papers } from './repository.ts'
import { voiceIn } from './voice.ts'

/** The case a person belongs to. @throws Refused `person/gone` */
function caseOf(db: ReadDb, personId: string) {
  const person = persons.byId(db, personId)
  if (!person) throw new Refused('person/gone')
  return person.caseId
}

export const paperHandlers: HandlersFor<'paper'> = {
  'paper.start': (context, { personId, draft }) => {
    const { db, now, actor } = context
    const caseId = caseOf(db, personId)
    if (draft.kind === 'plan' && !plans.byId(db, personId)) throw new Refused('paper/no-plan')
    const paperId = PaperId.parse(context.newId())
    const empty = { printing: null, left: null, startedAt: now, changedAt: now }
    papers.insert(db, { id: paperId, caseId, personId, author: actor, draft, ...empty })
    changed(context, caseId)
    return { paperId }
  },

  'paper.change': (context, { paperId, draft }) => {
    const { db, now } = context
    const paper = paperById(db, paperId)
    if (paper.left || paper.printing) throw new Refused('paper/already-left')
    if (draft.kind === 'plan' && !plans.byId(db, paper.personId)) throw new Refused('paper/no-plan')
    papers.update(db, { ...paper, draft, changedAt: now })
    changed(context, paper.caseId)
    return null
  },

  'paper.view': (context, { paperId }) => viewOf(context, assemble(context, paperId)),

  'paper.read': ({ db, now, today }, { personId, language }) => {
    const content = caseView(db, { caseId: caseOf(db, personId), now, today })
    const person = personIn(content, personId)
    return saidPaper(
      'sheet',
      { parts: allParts({ content, person }, 'sheet') ?? [], practice: isPracticeVault(db) },
      voiceIn(language),
    )
  },

  'paper.print': printPaper,
  'paper.settle': settlePaper,
  'paper.export': exportPaper,
}

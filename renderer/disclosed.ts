import type { CaseView } from '../shared/case/model.ts'
import type { Disclosed } from '../shared/consent/followUp.ts'
import { itemPlace } from './overrideWords.ts'
import { placeOf } from './part.ts'
import { actionName } from './recorded.tsx'
import type { Text } from './text.tsx'

/** As what something was handed over, with its neutral code, and the way there; `null` when it is not on the case. */
export interface DisclosedAs {
  readonly words: string
  readonly href: string
}

/** The brief, action or paper that something left as. */
export function disclosedAs(
  text: Text,
  view: CaseView,
  { kind, itemId, sha256 }: Disclosed,
): DisclosedAs | null {
  const asked = view.fileAskings.find(one => one.sha256 === sha256)
  if (asked)
    return { words: text('approval.toldAs', { code: isolated(asked.code) }), href: itemPlace(view, asked) }
  const isIt = ({ id }: { readonly id: string }) => id === itemId
  switch (kind) {
    case 'brief': {
      const brief = view.briefs.find(isIt)
      const words = brief && text('consent.told.brief', { copy: isolated(brief.copy) })
      return words ? { words, href: placeOf(view, 'brief', itemId) } : null
    }
    case 'action': {
      const action = view.actions.find(isIt)
      return action ? { words: actionName(text, action), href: placeOf(view, 'actions', itemId) } : null
    }
    case 'paper': {
      const paper = view.papers.find(isIt)
      const code = view.persons.find(({ id }) => id === paper?.personId)?.label ?? ''
      const words = paper && text(`consent.told.${paper.kind}`, { code: isolated(code) })
      return words ? { words, href: placeOf(view, 'paper', itemId) } : null
    }
    case 'case': {
      const share = view.shares.find(isIt)
      const words = share && text('consent.told.case', { role: isolated(share.role) })
      return words ? { words, href: placeOf(view, 'share', itemId) } : null
    }
    case 'contribution':
      return { words: text('consent.told.contribution'), href: `/report/sent/${itemId}` }
    case 'handover':
      return { words: text('consent.told.handover'), href: `/handover/caseload/${itemId}` }
  }
}

/** Keeps a code together in a sentence of the other direction. */
const isolated = (code: string) => `\u2068${code}\u2069`

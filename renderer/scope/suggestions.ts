import type { CaseView } from '../../shared/case/model.ts'
import { valueOf } from '../../shared/model.ts'
import type { ScopeAnswers } from '../../shared/scope/model.ts'
import type { QuestionId } from './questions.ts'

type Suggestion = Partial<ScopeAnswers>

/** What the case already holds that answers a question; the officer confirms or changes it. Empty: nothing to suggest. */
export function suggestionFor(id: QuestionId, view: CaseView): Suggestion {
  return suggestions[id]?.(view) ?? {}
}

const suggestions: Readonly<Partial<Record<QuestionId, (view: CaseView) => Suggestion>>> = {
  t1: engagement,
  t2: harmed,
  t3: remunerated,
  t4: act,
  t6: perpetrator,
  t7: timing,
}

const byStatus = [
  ['completed', 'yes'],
  ['ongoing', 'yes'],
  ['attempted', 'attempt'],
  ['planned', 'planned'],
  ['perceived_only', 'perceived'],
] as const

/** The firmest engagement on the case. */
function engagement({ engagements }: CaseView): Suggestion {
  const found = byStatus.find(([status]) => engagements.some(one => one.status === status))
  return found ? { engagement: found[1] } : {}
}

const victims = ({ persons }: CaseView) => persons.filter(person => person.parts.includes('victim'))

function harmed(view: CaseView): Suggestion {
  const links = victims(view).flatMap(person => valueOf(person.linkToCooperator) ?? [])
  return links.length > 0 ? { harmed: [...new Set(links)] } : {}
}

/** Roles in which people are often paid by the United Nations: they raise the question, they do not answer it. */
const perhapsPaid: ReadonlySet<string> = new Set(['un_national_staff', 'un_interpreter_or_driver'])

function remunerated(view: CaseView): Suggestion {
  const persons = victims(view)
  const known = new Set(persons.flatMap(person => valueOf(person.remunerated) ?? []))
  if (known.size === 0)
    return persons.some(({ roles }) => roles.some(role => perhapsPaid.has(role)))
      ? { remunerated: 'unclear' }
      : {}
  const [only] = known
  return { remunerated: known.size === 1 && only ? only : 'unclear' }
}

function act({ acts }: CaseView): Suggestion {
  const known = acts.filter(({ status }) => status !== 'unknown')
  if (known.length === 0) return {}
  return { act: known.every(({ status }) => status === 'threatened') ? 'threatened' : 'happened' }
}

function perpetrator({ perpetrators }: CaseView): Suggestion {
  const known = new Set(perpetrators.map(one => one.class))
  if (known.size > 1) known.delete('unknown')
  const [only] = known
  if (known.size === 1 && only) return { perpetrator: only }
  return known.size > 1 ? { perpetrator: 'mixed_or_acquiescence' } : {}
}

/** How the dated acts lie to the dated engagements. */
function timing({ acts, engagements }: CaseView): Suggestion {
  const verdicts = new Set(
    acts.flatMap(one => engagements.map(other => placed(one.when, other.when) ?? [])).flat(),
  )
  const [only] = verdicts
  if (verdicts.size === 1 && only) return { timing: only }
  return verdicts.size > 1 ? { timing: 'several' } : {}
}

type Dated = CaseView['acts'][number]['when']

function placed(act: Dated, engagement: Dated): 'before' | 'during' | 'after' | null {
  if (act.from === null || act.to === null || engagement.from === null || engagement.to === null) return null
  if (act.to < engagement.from) return 'before'
  return act.from > engagement.to ? 'after' : 'during'
}

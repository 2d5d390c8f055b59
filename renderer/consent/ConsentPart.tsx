import type { ReactNode } from 'react'
import type { CaseView } from '../../shared/case/model.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { PaperChannel } from '../../shared/paper/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { GonePage } from '../CasePage.tsx'
import { NobodyYet, personFor } from '../PersonSwitch.tsx'
import type { PartProps } from '../part.ts'
import { useText } from '../text.tsx'
import { AnswerPage } from './AnswerPage.tsx'
import { actionQuestion, paperQuestion } from './begin.ts'
import { FinishTask } from './FinishTask.tsx'
import { NoteEvent } from './NoteEvent.tsx'
import { PersonConsent } from './PersonConsent.tsx'
import { RecordTalk } from './RecordTalk.tsx'
import { TalkPage } from './TalkPage.tsx'
import { WhatIfPage } from './WhatIfPage.tsx'
import { WithdrawAnswer } from './WithdrawAnswer.tsx'

/**
 * Consent, person by person. `new-<person>-<channel>` begins with whether they want a paper,
 * `new-<person>-<action>` with what an action needs. An item is `person-`, `new-`, `event-` or `if-<person>`, `talk-<talk>`, `task-<task>`,
 * `answer-`, `again-` or `withdraw-<answer>`, or `ask-<answer>-<level>`: the same question at another level of identity.
 */
export function ConsentPart({ view, item }: PartProps) {
  const text = useText()
  const [, task = 'person', id = null, level = ''] =
    /^([a-z]+)(?:-([\da-f-]{36})(?:-([\w-]+))?)?$/.exec(item ?? '') ?? []
  if (view.persons.length === 0) return <NobodyYet view={view} title={text('consent.title')} />
  const apart = id === null ? null : ofOther(view, { task, id })
  if (apart) return apart

  const decision = view.consents.find(one => one.id === id)
  if (decision) return <OfAnswer view={view} task={task} decision={decision} level={level} />
  return <OfPerson view={view} task={task} personId={id} about={level} />
}

/** What belongs to a talk or to a task; `null` when it is neither. */
function ofOther(view: CaseView, { task, id }: { readonly task: string; readonly id: string }): ReactNode {
  const talk = view.talks.find(one => one.id === id)
  const followUp = view.followUps.find(one => one.id === id)
  if (task === 'talk') return talk ? <TalkPage view={view} talk={talk} /> : null
  return task === 'task' && followUp ? <FinishTask view={view} task={followUp} /> : null
}

interface OfPersonProps {
  readonly view: CaseView
  readonly task: string
  readonly personId: string | null
  /** How a paper would reach the person, when it is asked whether they want one; or the action that is asked about. */
  readonly about: string
}

function OfPerson({ view, task, personId, about }: OfPersonProps) {
  const person = personFor(view, personId)
  if (!person) return <GonePage view={view} code="person/gone" />
  const question = questionAbout(view, about)
  if (task === 'new') return <RecordTalk view={view} person={person} question={question} />
  if (task === 'event') return <NoteEvent view={view} person={person} />
  if (task === 'if') return <WhatIfPage view={view} person={person} />
  return <PersonConsent view={view} person={person} />
}

/** What is asked for something that waits for the answer; `undefined` for the usual question. */
function questionAbout(view: CaseView, about: string) {
  const paper = PaperChannel.safeParse(about)
  if (paper.success) return { ...paperQuestion(paper.data), id: `paper:${paper.data}` }
  const action = view.actions.find(({ id }) => id === about)
  return action && { ...actionQuestion(action), id: `action:${action.id}` }
}

interface OfAnswerProps {
  readonly view: CaseView
  readonly task: string
  readonly decision: ConsentDecision
  readonly level: string
}

function OfAnswer({ view, task, decision, level }: OfAnswerProps) {
  const person = personFor(view, decision.personId)
  if (!person) return <GonePage view={view} code="person/gone" />
  const identityLevel = codesOf('identityLevel').find(code => code === level) ?? decision.identityLevel
  const shared = { view, person, question: { ...decision, identityLevel } }
  if (task === 'withdraw') return <WithdrawAnswer {...shared} />
  if (task === 'again' || task === 'ask') return <RecordTalk {...shared} />
  return <AnswerPage view={view} person={person} decision={decision} />
}

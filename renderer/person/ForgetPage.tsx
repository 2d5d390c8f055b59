import { waitingForget } from '../../shared/person/forget.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { Person } from '../../shared/person/model.ts'
import { CasePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { useText } from '../text.tsx'
import { Notice } from '../ui/index.ts'
import { AnswerForget } from './AnswerForget.tsx'
import { AskForget } from './AskForget.tsx'
import { isForgettable, WhatGoes } from './ForgetSection.tsx'

interface ForgetPageProps {
  readonly view: CaseView
  readonly person: Person
}

/** Destroying an identity by two: asking for it, or answering a request that waits. */
export function ForgetPage({ view, person }: ForgetPageProps) {
  const text = useText()
  const { label: code } = person
  const waiting = waitingForget(view.forgettings, person.id)
  const forgettable = isForgettable({ view, person })
  return (
    <CasePage
      view={view}
      title={text(waiting ? 'forget.answerTitle' : 'forget.ask', { code })}
      under={{
        label: text('identity.title', { code }),
        href: placeOf(view, 'persons', `identity-${person.id}`),
      }}
    >
      {forgettable && <WhatGoes person={person} />}
      {waiting && <AnswerForget view={view} person={person} waiting={waiting} />}
      {!waiting && forgettable && <AskForget view={view} person={person} />}
      {!waiting && !forgettable && (
        <Notice tone="neutral" title={text('forget.nothing')}>
          {text.refusal({ code: 'person/nothing-to-forget' })}
        </Notice>
      )}
    </CasePage>
  )
}

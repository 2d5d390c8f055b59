import { useEffect } from 'react'
import type { Access, Subject } from '../../shared/access/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { useAnswer } from '../asking.ts'
import { CasePage, GonePage } from '../CasePage.tsx'
import { placeOf } from '../part.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Notice, Progress } from '../ui/index.ts'
import { AnswerWish } from './AnswerWish.tsx'
import { AskWish } from './AskWish.tsx'
import { LimitForm } from './LimitForm.tsx'
import { NamedList } from './NamedList.tsx'

interface AccessPageProps {
  readonly view: CaseView
  /** Of whose identity; `null` for the whole case. */
  readonly item: string | null
}

/** Who may read a case, or know who one person is: what holds now, and how to change it. */
export function AccessPage({ view, item }: AccessPageProps) {
  const text = useText()
  const person = item === null ? null : view.persons.find(({ id }) => id === item)
  if (person === undefined) return <GonePage view={view} code="person/gone" />
  const subject = { caseId: view.case.id, personId: person?.id ?? null }
  return (
    <CasePage
      view={view}
      title={person ? text('access.identityTitle', { code: person.label }) : text('access.title')}
      lead={text(person ? 'access.identityLead' : 'access.lead')}
      under={
        person
          ? {
              label: text('identity.title', { code: person.label }),
              href: placeOf(view, 'persons', `identity-${person.id}`),
            }
          : undefined
      }
    >
      <Standing view={view} subject={subject} />
    </CasePage>
  )
}

/** What every piece of this page is given. */
export interface AccessProps {
  readonly view: CaseView
  readonly subject: Subject
  readonly access: Access
  /** Asks afresh who may read it. */
  readonly again: () => void
}

function Standing({ view, subject }: Pick<AccessProps, 'view' | 'subject'>) {
  const text = useText()
  const { value: access, refusal, again } = useAnswer('access.of', subject)
  useKeptFocus(access)
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (access === null) return <Progress label={text('access.loading')} />
  const props = { view, subject, access, again }
  if (access.since === null) return <LimitForm {...props} />
  const isYours = access.people.some(({ isYou, named }) => isYou && named)
  return (
    <>
      <NamedList {...props} isYours={isYours} />
      {!isYours && <Notice tone="care">{text('access.notYours')}</Notice>}
      {isYours && <Changing {...props} />}
    </>
  )
}

/** What was pressed is gone once it is decided: the focus goes to the title, so that the keyboard has a place. */
function useKeptFocus(access: Access | null): void {
  const stand = access === null ? '' : JSON.stringify([access.people, access.waiting])
  useEffect(() => {
    if (stand === '' || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [stand])
}

/** One decision at a time: the one that waits, or a new one. */
function Changing(props: AccessProps) {
  const waiting = props.access.waiting[0]
  return waiting ? <AnswerWish key={waiting.id} {...props} waiting={waiting} /> : <AskWish {...props} />
}

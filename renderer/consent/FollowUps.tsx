import type { CaseView } from '../../shared/case/model.ts'
import { openTasks, type Disclosed, type FollowUpTask } from '../../shared/consent/followUp.ts'
import { disclosedAs } from '../disclosed.ts'
import { placeOf } from '../part.ts'
import { useText, type Text } from '../text.tsx'
import { Disclosure, Link, Quiet, Section, Stack, TaskItem, TaskList } from '../ui/index.ts'

/** To whom what a task is about was handed over, and when, in a few words. */
export function readerOf(text: Text, view: CaseView, { disclosureId }: FollowUpTask): string {
  const told = view.disclosures.find(({ id }) => id === disclosureId)
  return told ? text('consent.task.reader', { role: told.toRole, day: text.moment(told.at) }) : ''
}

/** As what it was handed over, as the way there. Nothing when that is not on the case. */
export function ToldAs({ view, told }: { readonly view: CaseView; readonly told: Disclosed }) {
  const text = useText()
  const as = disclosedAs(text, view, told)
  return as && <Link href={as.href}>{as.words}</Link>
}

const wordsOf = (text: Text, view: CaseView, { disclosureId }: FollowUpTask): string | undefined => {
  const told = view.disclosures.find(({ id }) => id === disclosureId)
  return told && disclosedAs(text, view, told)?.words
}

/** What must still be done because something was taken back, and what was done. Nothing when there is neither. */
export function FollowUps({ view }: { readonly view: CaseView }) {
  const text = useText()
  const open = openTasks(view.followUps)
  const done = view.followUps.filter(task => task.done !== null)
  if (view.followUps.length === 0) return null
  return (
    <Section title={text('consent.tasks')} lead={open.length > 0 && text('consent.tasksLead')}>
      <Stack gap={12}>
        {open.length > 0 && (
          <TaskList label={text('consent.tasks')}>
            {open.map(task => (
              <TaskItem
                key={task.id}
                name={text('consent.task.ask', { reader: readerOf(text, view, task) })}
                hint={wordsOf(text, view, task)}
                standing={task.due < view.today ? 'overdue' : 'in-progress'}
                word={text(task.due < view.today ? 'consent.task.late' : 'consent.task.open', {
                  day: text.day(task.due),
                })}
                href={placeOf(view, 'consent', `task-${task.id}`)}
              />
            ))}
          </TaskList>
        )}
        {done.length > 0 && <Done view={view} tasks={done} />}
      </Stack>
    </Section>
  )
}

function Done({ view, tasks }: { readonly view: CaseView; readonly tasks: readonly FollowUpTask[] }) {
  const text = useText()
  return (
    <Disclosure label={text('consent.task.doneCount', { count: tasks.length })}>
      <ul>
        {tasks.map(task => (
          <li key={task.id}>
            <p>{[readerOf(text, view, task), wordsOf(text, view, task)].filter(Boolean).join(' · ')}</p>
            {task.done && (
              <>
                <p dir="auto">{task.done.note}</p>
                <Quiet>
                  {text('consent.task.doneBy', { day: text.day(task.done.on), who: task.done.by })}
                </Quiet>
              </>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

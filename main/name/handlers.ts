import type { PersonId } from '../../shared/model.ts'
import {
  byTelling,
  isWorthTelling,
  saysWho,
  soughtIn,
  soughtOf,
  type Sought,
} from '../../shared/name/match.ts'
import { mostMatches, type How, type Looked, type NameMatch } from '../../shared/name/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { cases } from '../case/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import type { CommandContext, HandlersFor, TaskContext } from '../handler.ts'
import { personOf, persons } from '../person/repository.ts'
import { looking, type Hit, type Looking, type SoFar } from './look.ts'
import { looks } from './repository.ts'

export const nameHandlers: HandlersFor<'name'> = {
  'name.look': (task, { sought, reason }) => {
    if (saysWho(reason, sought)) throw new Refused('name/in-reason')
    return look(task, {
      sought: soughtIn(sought),
      counts: () => true,
      except: null,
      tell: (context, { open }, stopped) => {
        const { newId, now, actor, because, db } = context
        looks.insert(db, { id: newId(), ...open, stopped, by: actor, at: now })
        because(reason)
      },
    })
  },

  'name.compare': (task, { personId, identity }) => {
    const { caseId } = personOf(task.vault().db, personId)
    return look(task, {
      sought: soughtOf(identity),
      counts: isWorthTelling,
      except: personId,
      tell: ({ about }) => about(caseId, personId),
    })
  },

  'name.looking': ({ app: { desk } }) => ({
    compared: desk.looking?.compared ?? 0,
    share: desk.looking?.share ?? 0,
  }),

  'name.stop': ({ app: { desk } }) => {
    if (desk.looking) desk.looking.stop = true
    return null
  },
}

interface Asked {
  readonly sought: Sought
  readonly counts: (how: How) => boolean
  readonly except: PersonId | null
  /** What the entry says. */
  readonly tell: (context: CommandContext, found: SoFar, stopped: boolean) => void
}

/** Nobody is told what was found before the entry that says so stands. */
async function look(task: TaskContext, { tell, ...asked }: Asked): Promise<Looked> {
  const { desk } = task.app
  if (desk.lookFirst) throw new Refused('record/look-first')
  const { found, stopped } = await compareAll(task, asked)
  task.write(context => tell(context, found, stopped))
  const { compared, unread, hits } = found
  return { matches: matchesOf(task.vault().db, hits), found: hits.length, compared, unread, stopped }
}

const letOthersIn = () => new Promise<void>(resolve => setImmediate(resolve))

/** Others are answered after every few identities. Whoever looks again stops what still runs. @throws Refused `vault/locked` */
async function compareAll(
  { app: { desk }, vault }: TaskContext,
  asked: Omit<Asked, 'tell'>,
): Promise<{ readonly found: SoFar; readonly stopped: boolean }> {
  const here = desk.vault
  const steps = looking(vault(), asked)
  if (desk.looking) desk.looking.stop = true
  const mine: Looking = { compared: 0, share: 0, stop: false }
  desk.looking = mine
  try {
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return { found: value, stopped: false }
      Object.assign(mine, { compared: value.compared, share: value.share })
      await letOthersIn()
      if (desk.vault !== here) throw new Refused('vault/locked')
      if (mine.stop) return { found: value, stopped: true }
    }
  } finally {
    if (desk.looking === mine) desk.looking = null
  }
}

function matchesOf(db: ReadDb, hits: readonly Hit[]): NameMatch[] {
  return hits
    .toSorted((a, b) => byTelling(a.how, b.how))
    .slice(0, mostMatches)
    .flatMap(({ personId, how }) => {
      const person = persons.byId(db, personId)
      const file = person && cases.byId(db, person.caseId)
      return file
        ? [{ caseId: file.id, code: file.code, state: file.state, personId, label: person.label, how }]
        : []
    })
}

import { hasSomebody, traitsTold } from '../../shared/brief/sharing.ts'
import type { Recognisable, ToldTrait } from '../../shared/brief/sharing.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { acts } from '../act/repository.ts'
import type { ReadDb } from '../db/handles.ts'
import { engagements } from '../engagement/repository.ts'
import { casesLike, persons } from '../person/repository.ts'

const recognisable = (db: ReadDb, caseId: CaseId): Recognisable => ({
  persons: persons.ofCase(db, caseId),
  engagements: engagements.ofCase(db, caseId),
  acts: acts.ofCase(db, caseId),
})

/** So many cases are looked at before all are: what fits many is found among the first. */
const firstLook = 50

/**
 * Counts cases like `sharingIn`, for persons of one case, and no further than `enough`: the database narrows down what could
 * fit, and of that only as much is read as is needed.
 */
export function sharingFor(
  db: ReadDb,
  { caseId, enough }: { readonly caseId: CaseId; readonly enough: number },
): (personId: PersonId, keys: readonly string[]) => number {
  const own = recognisable(db, caseId)
  return (personId, keys) => {
    const told = traitsTold(own, personId, keys)
    if (told.length === 0) return Number.POSITIVE_INFINITY
    const few = counted(db, { told, most: firstLook, enough })
    return few >= enough ? few : counted(db, { told, most: -1, enough })
  }
}

interface Counting {
  readonly told: readonly ToldTrait[]
  /** How many cases are looked at; -1: all. */
  readonly most: number
  readonly enough: number
}

function counted(db: ReadDb, { told, most, enough }: Counting): number {
  const values = (kind: string) => told.flatMap(one => (one.kind === kind ? [one.value] : []))
  const like = {
    genders: values('gender'),
    ages: values('age'),
    regions: values('region'),
    roles: values('role'),
    entities: values('entity'),
    forms: values('act').map(value => value.split(':')[0] ?? ''),
  }
  let found = 0
  for (const id of casesLike(db, like, most)) {
    if (hasSomebody(recognisable(db, id), told)) found++
    if (found >= enough) break
  }
  return found
}

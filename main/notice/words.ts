import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { CaseId, PersonId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { caseCodes, cases } from '../case/repository.ts'
import type { QueryContext, TaskContext } from '../handler.ts'
import { identitiesOf, identitySecrets, secret, sourceSecrets, textsOf } from '../leak/secrets.ts'
import { identified, identifiedAfter } from '../name/repository.ts'
import { persons } from '../person/repository.ts'
import { sayIn } from '../text.ts'
import { caseView } from '../views/caseView.ts'
import { inTurns } from '../working.ts'
import type { Step } from '../working.ts'

/**
 * Everything a notice must not say of the cases it concerns: who anybody in them is, their codes, and what they tell. Nothing
 * of the case belongs in a notice.
 *
 * @param caseIds the cases the package told of.
 * @throws Refused `access/identity-not-named`
 */
export function caseSecrets(context: QueryContext, caseIds: readonly (CaseId | null)[]): Secret[] {
  const { db } = context
  return caseIds.flatMap(caseId => {
    const file = caseId === null ? null : cases.byId(db, caseId)
    if (!file) return []
    const personIds = persons.ofCase(db, file.id).map(({ id }) => id)
    return [
      ...namesOf(context, personIds),
      ...secret(`case:${file.id}`, [file.code]),
      ...contentSecrets(context, file.id),
    ]
  })
}

const namesOf = (context: QueryContext, personIds: readonly PersonId[]): Secret[] =>
  [...identitiesOf(context, personIds)].flatMap(([personId, identity]) =>
    identitySecrets(personId, identity, false),
  )

/** So many identities are opened, and so many codes looked for, before others get their turn. */
const [atOnce, codesAtOnce] = [20, 1000]

/** In how many places words name anybody of this vault, or a case of it. */
function* places(context: QueryContext, words: string): Generator<Step, number> {
  const { db } = context
  const said = [{ where: 'words', text: words }]
  const all = identified(db)
  let [found, done] = [0, 0]
  for (let after = ''; ; done += atOnce) {
    const ids = identifiedAfter(db, after, atOnce)
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
    found += findLeaks(namesOf(context, ids), said).length
    yield { done, all }
  }
  const codes = caseCodes(db)
  for (let at = 0; at < codes.length; at += codesAtOnce) {
    const some = codes.slice(at, at + codesAtOnce).flatMap(code => secret(`case:${code}`, [code]))
    found += findLeaks(some, said).length
    yield { done, all }
  }
  return found
}

/**
 * Looks in the words of a notice for everybody whom this vault knows, and for the code of every case.
 *
 * @throws Refused `exchange/leak`, `access/identity-not-named`, `vault/locked`
 */
export async function mustNameNobody({ app, vault }: TaskContext, words: string): Promise<void> {
  if (words === '') return
  refuseLeaks(await inTurns(app, places(vault(), words)))
}

function contentSecrets({ db, now, today }: QueryContext, caseId: CaseId): Secret[] {
  const content = caseView(db, { caseId, now, today })
  const says = [sayIn('en'), sayIn('ar')]
  const told = linesOf(content).flatMap(({ key, pieces }) =>
    says.flatMap(say => secret(key, textsOf(pieces, say))),
  )
  return [...sourceSecrets(content), ...told]
}

/** What of these is not a word of the form itself: its codes give nothing away. */
export function notOfTheForm(secrets: readonly Secret[], form: readonly string[]): Secret[] {
  const asKeys = secrets.map(({ text }) => ({ key: text, text }))
  const told = new Set(findLeaks(asKeys, [{ where: 'form', text: form.join('\n') }]).map(({ key }) => key))
  return secrets.filter(({ text }) => !told.has(text))
}

/** @throws Refused `exchange/leak` when the words say what must stay here */
export function mustSayNothing(secrets: readonly Secret[], words: string): void {
  refuseLeaks(findLeaks(secrets, [{ where: 'words', text: words }]).length)
}

function refuseLeaks(found: number): void {
  if (found > 0) throw new Refused('exchange/leak', { places: found })
}

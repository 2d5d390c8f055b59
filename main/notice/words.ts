import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { CaseId } from '../../shared/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { cases } from '../case/repository.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, identitySecrets, secret, sourceSecrets, textsOf } from '../leak/secrets.ts'
import { persons } from '../person/repository.ts'
import { sayIn } from '../text.ts'
import { caseView } from '../views/caseView.ts'

/**
 * Everything the words of a notice must not say: whom anybody in this vault is, the code of any case, and what the cases
 * it concerns tell. Nothing of the case belongs in a notice.
 *
 * @param caseIds the cases the package told of.
 */
export function noticeSecrets(context: QueryContext, caseIds: readonly (CaseId | null)[]): Secret[] {
  const { db } = context
  const everybody = identitiesOf(
    context,
    persons.all(db).map(({ id }) => id),
  )
  return [
    ...[...everybody].flatMap(([personId, identity]) => identitySecrets(personId, identity, false)),
    ...cases.all(db).flatMap(({ id, code }) => secret(`case:${id}`, [code])),
    ...caseIds.flatMap(caseId => (caseId === null ? [] : contentSecrets(context, caseId))),
  ]
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
  const leaks = findLeaks(secrets, [{ where: 'words', text: words }])
  if (leaks.length > 0) throw new Refused('exchange/leak', { places: leaks.length })
}

import type { RequestDocument } from '../../shared/approval/model.ts'
import { findLeaks } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { GateResult } from '../../shared/gate/model.ts'
import { wordsOf } from '../../shared/settings/ownWords.ts'
import type { QueryContext } from '../handler.ts'
import { identitiesOf, identitySecrets, secret, sourceSecrets, textsOf } from '../leak/secrets.ts'
import { currentEditions } from '../settings/repository.ts'
import { sayIn } from '../text.ts'

interface Told {
  readonly content: CaseView
  /** What the thing itself could tell. */
  readonly lines: readonly BriefLine[]
  readonly result: GateResult
  readonly document: RequestDocument
}

/**
 * Everything that must not stand in a question: every name, address and account, and every line of the case that this
 * colleague may not be told, in the words of both languages of the window.
 */
export function secretsFor(context: QueryContext, { content, lines, result, document }: Told): Secret[] {
  const said = new Set(result.lines.filter(({ verdict }) => verdict === 'said').map(({ key }) => key))
  const all = new Map([...linesOf(content), ...lines].map(line => [line.key, line]))
  const every = [...all.values()]
  const texts = textsIn(context)
  const spoken = new Set(every.filter(({ key }) => said.has(key)).flatMap(texts))
  const identities = identitiesOf(
    context,
    content.persons.map(({ id }) => id),
  )
  const secrets = [
    ...[...identities].flatMap(([personId, identity]) => identitySecrets(personId, identity, false)),
    ...sourceSecrets(content),
    ...every.filter(({ key }) => !said.has(key)).flatMap(line => secret(line.key, texts(line))),
  ]
  return withoutForm(
    secrets.filter(({ text }) => !spoken.has(text)),
    document,
  )
}

/** What a line says, in both languages. */
function textsIn({ db }: QueryContext): (line: BriefLine) => string[] {
  const says = (['en', 'ar'] as const).map(language =>
    sayIn(language, wordsOf(currentEditions(db), language)),
  )
  return ({ pieces }) => says.flatMap(say => textsOf(pieces, say))
}

/** The secrets that are not words of the form itself: the codes it is written in give nothing away. */
function withoutForm(secrets: readonly Secret[], document: RequestDocument): Secret[] {
  const asKeys = secrets.map(({ text }) => ({ key: text, text }))
  const form = [{ where: 'form', text: formOf(document).join('\n') }]
  const told = new Set(findLeaks(asKeys, form).map(({ key }) => key))
  return secrets.filter(({ text }) => !told.has(text))
}

/** Everything in it that nobody typed and no line says. */
function formOf(document: RequestDocument): string[] {
  const { format, asks, item, action, purpose, recipient, channel, identityLevel, marking } = document
  const lines = document.lines.flatMap(({ fact, label, about, why }) => [fact, label, about, ...why])
  const codes = [format, asks, item, action, purpose, recipient, channel, identityLevel, marking]
  const { askedBy, askerDuties, asDuty, override, caseCode, label, danger } = document
  const rest = [...askerDuties, asDuty, override?.danger ?? '', override?.reach?.could ?? '', caseCode, label]
  const { level = '', annex = '', reply = '' } = document.entry ?? {}
  const bands = danger.flatMap(({ about, band }) => [about, band])
  return [...codes.map(code => code ?? ''), ...lines, askedBy, ...rest, ...bands, level, annex, reply]
}

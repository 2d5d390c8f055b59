import { withNameParts, withNumbers, withSentences } from '../../shared/brief/leaks.ts'
import type { Secret } from '../../shared/brief/leaks.ts'
import type { Piece } from '../../shared/brief/model.ts'
import type { Say } from '../../shared/brief/paper.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { PersonId } from '../../shared/model.ts'
import type { Identity } from '../../shared/person/model.ts'
import { Refused } from '../../shared/refusal.ts'
import { wrapKeysOf } from '../access/wrapKey.ts'
import type { QueryContext } from '../handler.ts'
import { openIdentity } from '../person/identity.ts'
import { sealedIdentity } from '../person/repository.ts'

/**
 * Who the persons are, for searching what would leave. Never leaves the vault process.
 *
 * @throws Refused `access/identity-not-named`: what cannot be searched for whoever is at the desk does not leave by them.
 */
export function identitiesOf(context: QueryContext, personIds: readonly PersonId[]): Map<PersonId, Identity> {
  const keys = wrapKeysOf(context)
  return new Map(
    personIds.flatMap(personId => {
      const sealed = sealedIdentity(context.db, personId)
      if (!sealed) return []
      const vaultKey = keys.of(personId)
      if (!vaultKey) throw new Refused('access/identity-not-named')
      return [[personId, openIdentity(sealed, { personId, vaultKey })] as const]
    }),
  )
}

/** The same origin for several texts. */
export const secret = (key: string, texts: readonly string[]): Secret[] => texts.map(text => ({ key, text }))

const isLong = (text: string) => text.length >= 20
const addresses = (line: string) => line.replaceAll(/[<>"]/g, ',')

/** What identifies one person. @param isNamed whether the name itself may be said. */
export function identitySecrets(personId: PersonId, identity: Identity, isNamed: boolean): Secret[] {
  const key = `identity:${personId}`
  return [
    ...(isNamed ? [] : secret(key, withNameParts(identity.name))),
    ...secret(key, withNameParts(identity.otherNames)),
    ...secret(key, withNameParts(identity.contact)),
    ...secret(key, withNumbers(identity.documents)),
  ]
}

/** The names of one person, whole: to be found in other scripts and spellings too. @param isNamed as above. */
export const nameSecrets = (personId: PersonId, identity: Identity, isNamed: boolean): Secret[] =>
  secret(
    `identity:${personId}`,
    [...(isNamed ? [] : [identity.name]), ...identity.otherNames.split(/[\n,;،؛]+/u)]
      .map(name => name.trim())
      .filter(name => name !== ''),
  )

/** What came in from outside and never leaves as it came: addresses, messages, names of files, the account. */
export const sourceSecrets = ({
  case: file,
  messages,
  attachments,
}: Pick<CaseView, 'case' | 'messages' | 'attachments'>): Secret[] => [
  ...messages.flatMap(message => [
    ...secret(`message:${message.id}`, withNameParts(addresses(`${message.from}, ${message.to}`))),
    ...secret(`message:${message.id}`, [message.subject, ...withSentences(message.text)].filter(isLong)),
  ]),
  ...attachments.flatMap(({ id, name }) => secret(`attachment:${id}`, [name].filter(isLong))),
  ...secret('case:account', withSentences(file.account).filter(isLong)),
]

/** Labels that tell something about a person; bands, states and dates are words anybody uses. */
const tellingLists = [
  'victimRole',
  'region',
  'formOfAct',
  'cooperationType',
  'unEntity',
  'perpetratorKind',
  'legalTool',
]

/** What a line of a case says, in words that could be found again. */
export function textsOf(pieces: readonly Piece[], say: Say): string[] {
  return pieces.flatMap(piece => {
    if ('text' in piece) return withSentences(piece.text)
    if ('date' in piece) return []
    return tellingLists.includes(piece.code.split('.')[1] ?? '') ? [say(piece.code)] : []
  })
}

import type { Part } from '../../shared/brief/leaks.ts'
import type { BriefLine } from '../../shared/brief/model.ts'
import type { Say } from '../../shared/brief/paper.ts'
import type { CaseView } from '../../shared/case/model.ts'
import type { LineVerdict } from '../../shared/gate/model.ts'
import type { PersonId } from '../../shared/model.ts'
import type { Identity } from '../../shared/person/model.ts'
import type { MustStay } from './search.ts'
import { identitySecrets, nameSecrets, secret, sourceSecrets, textsOf } from './secrets.ts'

/** The lines of a case with what the gate says of each, and who the persons are. */
export interface JudgedLines {
  readonly lines: readonly BriefLine[]
  readonly verdicts: readonly LineVerdict[]
  readonly identities: ReadonlyMap<PersonId, Identity>
}

const saidLines = ({ lines, verdicts }: JudgedLines) =>
  lines.filter((_, index) => verdicts[index]?.verdict === 'said')

/** Names the gate let out, and no others. */
export function namesSaid(judged: JudgedLines): Map<PersonId, string> {
  return new Map(
    saidLines(judged)
      .filter(line => line.element === 'name')
      .flatMap(line => line.personIds)
      .flatMap(personId => {
        const name = judged.identities.get(personId)?.name
        return name ? [[personId, name] as const] : []
      }),
  )
}

interface Kept extends JudgedLines {
  readonly content: Pick<CaseView, 'case' | 'messages' | 'attachments'>
  readonly say: Say
}

/** Everything that stays here: identities, addresses, the account, and each line the gate did not let out. */
export function keptOf(input: Kept): MustStay {
  const spoken = new Set(saidLines(input).flatMap(line => textsOf(line.pieces, input.say)))
  const named = namesSaid(input)
  const people = [...input.identities]
  return {
    secrets: [
      ...people.flatMap(([id, identity]) => identitySecrets(id, identity, named.has(id))),
      ...sourceSecrets(input.content),
      ...input.lines
        .filter((_, index) => input.verdicts[index]?.verdict !== 'said')
        .flatMap(line => secret(line.key, textsOf(line.pieces, input.say))),
    ].filter(one => !spoken.has(one.text)),
    names: people.flatMap(([id, identity]) => nameSecrets(id, identity, named.has(id))),
  }
}

/** What is said in words of its own, by its line: one person's account may give away another. */
export const saidParts = (judged: JudgedLines): Part[] =>
  saidLines(judged).flatMap(({ key, pieces }) => {
    const texts = pieces.flatMap(piece => ('text' in piece ? [piece.text] : []))
    return texts.length === 0 ? [] : [{ where: key, text: texts.join('\n') }]
  })

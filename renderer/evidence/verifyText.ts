import type { CaseView } from '../../shared/case/model.ts'
import type { Claim, ClaimAbout, EvidenceSource, SourceItem } from '../../shared/evidence/claim.ts'
import { sayAnswer } from '../answers.tsx'
import { placeOf } from '../part.ts'
import type { Text } from '../text.tsx'

/** What every page of verification is given. */
export interface VerifyProps {
  readonly view: CaseView
}

/** A page of one claim, or of something about it. */
export interface ClaimProps extends VerifyProps {
  readonly claim: Claim
}

/** The address of a task of verification: `task` alone, or of one thing. */
export const verifyPlace = (view: CaseView, task = '', id = ''): string =>
  placeOf(view, 'verification', [task, id].filter(step => step !== '').join('-'))

/** What a claim is about, in words: "Arbitrary arrest, P1". */
export function aboutText(text: Text, view: CaseView, about: ClaimAbout): string {
  if ('actId' in about) {
    const act = view.acts.find(({ id }) => id === about.actId)
    return act
      ? named(text, view, { name: text.code('formOfAct', act.form), of: act })
      : text('verify.about.gone')
  }
  const engagement = view.engagements.find(({ id }) => id === about.engagementId)
  return engagement
    ? named(text, view, { name: text.code('cooperationType', engagement.kind), of: engagement })
    : text('verify.about.gone')
}

interface Named {
  readonly name: string
  readonly of: { readonly personIds: readonly string[] }
}

function named(text: Text, view: CaseView, { name, of }: Named): string {
  const codes = view.persons.filter(({ id }) => of.personIds.includes(id)).map(({ label }) => label)
  return [name, ...codes].join(text('form.listComma'))
}

/** Who or what of the case a source is: a code or a number, never a name. */
export function itemText(text: Text, view: CaseView, item: SourceItem): string {
  const at = (rows: readonly { readonly id: string }[], wanted: string) =>
    rows.findIndex(({ id }) => id === wanted) + 1
  switch (item.kind) {
    case 'person':
      return view.persons.find(({ id }) => id === item.personId)?.label ?? text('verify.item.gone')
    case 'message':
      return text('verify.item.message', { number: at(view.messages, item.messageId) })
    case 'attachment':
      return text('verify.item.attachment', { number: at(view.attachments, item.attachmentId) })
    case 'outside':
      return text('verify.item.outside')
  }
}

/** A source in a line: "S1, witness". */
export const sourceText = (text: Text, { label, connection }: EvidenceSource): string =>
  [label, sayAnswer(text, connection, code => text.code('sourceConnection', code))].join(
    text('form.listComma'),
  )

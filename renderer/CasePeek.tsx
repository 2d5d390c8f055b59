import type { CaseView } from '../shared/case/model.ts'
import { useAnswer } from './asking.ts'
import { RefusalNotice } from './RefusalNotice.tsx'
import { useText, type Text } from './text.tsx'
import { Code, DescriptionList, type Description } from './ui/index.ts'

/** A case in a few lines, for whoever must not leave the page they are on. */
export function CasePeek({ caseId }: { readonly caseId: string }) {
  const text = useText()
  const { value, refusal } = useAnswer('case.view', { caseId })
  if (refusal) return <RefusalNotice refusal={refusal} />
  return value && <DescriptionList rows={rowsOf(text, value)} />
}

/** So much of what was told is shown. */
const mostSigns = 400

function rowsOf(text: Text, { case: file, persons }: CaseView): Description[] {
  const { account, receivedOn, channel, owner } = file
  const told = account.length > mostSigns ? `${account.slice(0, mostSigns)}…` : account
  return [
    { id: 'received', label: text('alike.received'), value: text.date(receivedOn) },
    { id: 'channel', label: text('alike.channel'), value: text.code('intakeChannel', channel) },
    { id: 'owner', label: text('alike.owner'), value: <Code>{owner}</Code> },
    ...persons.map(({ id, label, parts }) => ({
      id,
      label,
      value: parts.map(part => text(`person.part.${part}`)).join(text('form.listComma')),
    })),
    ...(told === '' ? [] : [{ id: 'told', label: text('alike.told'), value: <p dir="auto">{told}</p> }]),
  ]
}

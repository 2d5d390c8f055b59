import { LineWords } from '../LineWords.tsx'
import { lineName, linesThat } from '../outward.ts'
import { useText } from '../text.tsx'
import { DescriptionList, Disclosure, Quiet, Section } from '../ui/index.ts'
import { outwardOf } from './outward.ts'
import type { ActionPageProps } from './place.ts'

/** What would be told now, to be read and not changed. */
export function ToldNow(props: ActionPageProps) {
  const text = useText()
  const of = outwardOf(props)
  const said = linesThat(of, 'said')
  const withheld = linesThat(of, 'withheld')
  return (
    <Section title={text('gate.say.said', { count: said.length })}>
      <DescriptionList
        rows={said.map(({ line }) => ({
          id: line.key,
          label: lineName(text, line),
          value: <LineWords line={line} />,
        }))}
      />
      {withheld.length > 0 && (
        <Quiet>
          {text('action.notTold', {
            lines: withheld.map(({ line }) => lineName(text, line)).join(text('form.listComma')),
          })}
        </Quiet>
      )}
    </Section>
  )
}

/** What was told when it went out, in the words the case has for it now. */
export function ToldThen({ view, action }: ActionPageProps) {
  const text = useText()
  const told = view.disclosures.find(
    ({ itemId, sha256 }) =>
      itemId === action.id && !view.fileAskings.some(asking => asking.sha256 === sha256),
  )
  if (!told) return null
  const lines = action.lines.filter(({ key }) => told.lines.includes(key))
  const gone = told.lines.length - lines.length
  return (
    <Disclosure label={text('action.told', { count: told.lines.length })}>
      <p>
        <Quiet>
          {text('action.toldHow', {
            moment: text.moment(told.at),
            purpose: text.code('purpose', told.purpose),
            recipient: text.code('recipientClass', told.recipient),
            channel: text.code('channel', told.channel),
          })}
        </Quiet>
      </p>
      <DescriptionList
        rows={lines.map(line => ({
          id: line.key,
          label: lineName(text, line),
          value: <LineWords line={line} />,
        }))}
      />
      {gone > 0 && <Quiet>{text('action.toldGone', { count: gone })}</Quiet>}
    </Disclosure>
  )
}

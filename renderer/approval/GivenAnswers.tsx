import type { Output } from '../../shared/contract.ts'
import { useAnswer } from '../asking.ts'
import { colleagueName } from '../colleagueWords.ts'
import { useText } from '../text.tsx'
import { Card, DescriptionList, Disclosure, Quiet, Stack } from '../ui/index.ts'

type Given = Output<'approval.given'>[number]

/** What people of this vault answered to other offices; nothing when there is none. */
export function GivenAnswers() {
  const text = useText()
  const { value: given } = useAnswer('approval.given', {})
  if (given === null || given.length === 0) return null
  return (
    <Disclosure level={2} label={text('approval.given', { count: given.length })}>
      <Stack gap={12}>
        <p>{text('approval.givenLead')}</p>
        {given.map(one => (
          <OneGiven key={one.id} given={one} />
        ))}
      </Stack>
    </Disclosure>
  )
}

function OneGiven({ given }: { readonly given: Given }) {
  const text = useText()
  const { code, decision, words, leave, unseen, by, at, duty, requestSha256, asks } = given
  const to = text('approval.givenTo', { who: colleagueName(text, given), duty: text(`duty.${duty}`) })
  return (
    <Card title={text('approval.one', { code })}>
      <DescriptionList
        rows={[
          {
            id: 'asks',
            label: text(`approval.asks.${asks}`),
            value: text(`approval.standing.${decision}`),
            by: to,
          },
          {
            id: 'words',
            label: text('approval.answer'),
            value: <p dir="auto">{words}</p>,
            by: text('approval.givenBy', { by, moment: text.moment(at) }),
          },
          {
            id: 'shown',
            label: text('approval.shownTo'),
            value: text('approval.shownOf', { leave, unseen }),
            by: <Quiet>{text('approval.givenHash', { hash: requestSha256.slice(0, 16) })}</Quiet>,
          },
        ]}
      />
    </Card>
  )
}

import { lacksOf, type Lacking, type TalkLack } from '../../shared/consent/talkRules.ts'
import type { Typed } from '../form.ts'
import { useText } from '../text.tsx'
import { Notice, Stack } from '../ui/index.ts'
import type { TalkTyped } from './begin.ts'

/** What a talk left out: first what no "yes" can rest without, then the rest. */
export function TalkLacks({ talk }: { readonly talk: Lacking }) {
  const text = useText()
  const lacks = lacksOf(talk)
  const essential = lacks.filter(lack => lack.essential)
  const rest = lacks.filter(lack => !lack.essential)
  if (lacks.length === 0) return <Notice tone="safe">{text('consent.lack.nothing')}</Notice>
  return (
    <Stack gap={12}>
      {essential.length > 0 && (
        <Notice tone="stop" title={text('consent.lack.essential', { count: essential.length })}>
          <Lacks lacks={essential} />
        </Notice>
      )}
      {rest.length > 0 && (
        <Notice tone="care" title={text('consent.lack.rest', { count: rest.length })}>
          <Lacks lacks={rest} />
        </Notice>
      )}
    </Stack>
  )
}

function Lacks({ lacks }: { readonly lacks: readonly TalkLack[] }) {
  const text = useText()
  return (
    <ul>
      {lacks.map(({ what }) => (
        <li key={what}>{text(`consent.lack.${what}`)}</li>
      ))}
    </ul>
  )
}

const notAsked = { none: 'not-asked' } as const

/** The same of a talk that is being written down, once somebody said what was told. */
export function LacksWhileTyping({ talk }: { readonly talk: Typed<TalkTyped> }) {
  if ((talk.told ?? []).length === 0) return null
  return (
    <TalkLacks
      talk={{
        givenBy: talk.givenBy ?? notAsked,
        capacity: talk.capacity ?? notAsked,
        capacityNote: (talk.capacityNote ?? '').trim(),
        guardianMayHarm: talk.guardianMayHarm ?? notAsked,
        understood: talk.understood ?? notAsked,
        readBack: talk.readBack ?? notAsked,
        privatePlace: talk.privatePlace ?? notAsked,
        told: talk.told ?? [],
        form: talk.form ?? notAsked,
        whyNotWritten: (talk.whyNotWritten ?? '').trim(),
      }}
    />
  )
}

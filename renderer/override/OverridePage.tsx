import type { CaseView } from '../../shared/case/model.ts'
import { ActionId, BriefId, type ItemId } from '../../shared/model.ts'
import type { OverrideView } from '../../shared/override/model.ts'
import { useAnswer } from '../asking.ts'
import { CasePage, GonePage } from '../CasePage.tsx'
import { FileAskings } from '../FileAskings.tsx'
import { OverrideWhole } from '../OverrideList.tsx'
import { itemName, itemPlace, overridePart } from '../overrideWords.ts'
import { RefusalNotice } from '../RefusalNotice.tsx'
import { useText } from '../text.tsx'
import { Disclosure, Notice, Section, Stack } from '../ui/index.ts'
import { AnswerOverride } from './AnswerOverride.tsx'
import { AskOverride } from './AskOverride.tsx'

interface OverridePageProps {
  readonly view: CaseView
  readonly part: (typeof overridePart)[keyof typeof overridePart]
  readonly item: string
}

/** The overrides of one thing that may leave: what was asked for and answered, and asking for one. */
export function OverridePage({ view, part, item }: OverridePageProps) {
  const id = (part === 'brief' ? BriefId : ActionId).safeParse(item)
  return id.success ? <OfItem view={view} itemId={id.data} /> : <GonePage view={view} code="item/gone" />
}

/** What the parts of the page are given. */
export interface OverrideProps {
  readonly view: CaseView
  readonly of: OverrideView
  /** Loads it again. */
  readonly again: () => void
}

function OfItem({ view, itemId }: { readonly view: CaseView; readonly itemId: ItemId }) {
  const text = useText()
  const { value: of, refusal, again } = useAnswer('override.view', { itemId })
  if (refusal) return <GonePage view={view} code={refusal.code} />
  if (of === null) return null
  const back = { label: itemName(text, of), href: itemPlace(view, of) }
  return (
    <CasePage
      key={of.askings.map(({ id, answer }) => `${id} ${answer?.at}`).join()}
      view={view}
      title={text('override.title')}
      lead={text(of.gate === 'G5' ? 'override.leadFile' : 'override.lead')}
      under={back}
    >
      <Never of={of} />
      {of.askings.toReversed().map(asking => (
        <Section key={asking.id} title={text('override.one', { code: asking.code })}>
          <Stack gap={16}>
            <OverrideWhole view={view} override={asking} />
            <AnswerOverride view={view} of={of} again={again} asking={asking} />
          </Stack>
        </Section>
      ))}
      <FileAskings view={view} itemId={itemId} />
      <Asking view={view} of={of} again={again} />
    </CasePage>
  )
}

/** What an override never does, said before anything is asked. */
function Never({ of: { gate } }: Pick<OverrideProps, 'of'>) {
  const text = useText()
  return (
    <Notice tone="care" title={text('override.never')}>
      <ul>
        {(['publication', 'thinking', 'hidden', 'later'] as const).map(what => (
          <li key={what}>{text(`override.never.${what}`)}</li>
        ))}
        {gate === 'G5' && <li>{text('override.never.no')}</li>}
      </ul>
    </Notice>
  )
}

function Asking(props: OverrideProps) {
  const text = useText()
  const { askings, refusal } = props.of
  if (refusal === 'override/nothing-to-lift' && askings.length > 0) return null
  if (refusal) return <RefusalNotice refusal={{ code: refusal }} />
  if (askings.some(({ answer, same }) => answer === null && same)) return null
  if (askings.some(({ same }) => same))
    return (
      <Disclosure label={text('override.askAnother')}>
        <AskOverride {...props} />
      </Disclosure>
    )
  return (
    <Section
      title={text('override.ask')}
      lead={text(props.of.gate === 'G5' ? 'override.askFile' : 'override.askLife')}
    >
      <AskOverride {...props} />
    </Section>
  )
}

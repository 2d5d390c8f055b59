import { reasonFor } from '../../shared/brief/together.ts'
import type { BriefView } from '../../shared/brief/model.ts'
import styles from '../BlockedLines.module.css'
import { lineName } from '../outward.ts'
import { ReasonField } from '../ReasonField.tsx'
import { useText, type Text } from '../text.tsx'
import { Button, DescriptionList, Notice, Section, Stack, TextButton } from '../ui/index.ts'
import type { StepPageProps } from './step.ts'
import { changeBrief } from './useBrief.ts'

type Warning = BriefView['together']['warnings'][number]

/** Warnings nobody has answered. */
export const openWarnings = ({ together }: BriefView): Warning[] =>
  together.warnings.filter(({ reason }) => reason === null)

const nameOf = ({ code, reader, personIds }: Warning) => [code, reader, ...personIds].join('-')

/** What this brief and what was told before give away together: each line can be withheld, or the whole accepted. */
export function Warnings(props: StepPageProps) {
  const text = useText()
  const open = openWarnings(props.brief)
  if (open.length === 0) return null
  return (
    <Section title={text('brief.together.title', { count: open.length })} lead={text('brief.together.lead')}>
      <Stack gap={12}>
        {open.map(one => (
          <OneWarning key={nameOf(one)} {...props} one={one} />
        ))}
      </Stack>
    </Section>
  )
}

function OneWarning({ view, brief, one }: StepPageProps & { readonly one: Warning }) {
  const text = useText()
  const { reason: _reason, ...warning } = one
  const accept = (reason: string) =>
    changeBrief(brief, { accepted: [...(brief.draft.accepted ?? []), { ...warning, reason }] })
  return (
    <Notice tone="care" title={titleOf(text, { view, brief }, one)}>
      <Stack gap={12}>
        <p>
          {text(`brief.together.${one.code}.why`)}{' '}
          {text('brief.together.with', { items: itemsIn(text, brief, one) })}
        </p>
        <Lines view={view} brief={brief} one={one} />
        <ReasonField
          name={one.code === 'told-before' ? 'brief.together.told' : 'brief.together'}
          id={nameOf(one)}
          onGive={accept}
        />
      </Stack>
    </Notice>
  )
}

/** The lines it rests on; what is withheld already can only be read. */
function Lines({ brief, one }: StepPageProps & { readonly one: Warning }) {
  const text = useText()
  const lines = brief.lines.filter(({ key }) => one.keys.includes(key))
  const withhold = (keys: readonly string[]) =>
    void changeBrief(brief, { withheld: [...brief.draft.withheld, ...keys] })
  const isSaid = one.code !== 'told-before'
  return (
    <>
      <ul className={styles.lines}>
        {lines.map(line => {
          const name = lineName(text, line)
          return (
            <li key={line.key} className={styles.line}>
              <span>{name}</span>
              {isSaid && (
                <TextButton
                  name={text('gate.say.withholdIt', { line: name })}
                  onPress={() => withhold([line.key])}
                >
                  {text('gate.say.withhold')}
                </TextButton>
              )}
            </li>
          )
        })}
      </ul>
      {isSaid && lines.length > 1 && (
        <div>
          <Button onPress={() => withhold(one.keys)}>
            {text('gate.say.withholdAll', { count: lines.length })}
          </Button>
        </div>
      )}
    </>
  )
}

const aboutIn = (text: Text, { view }: StepPageProps, { personIds }: Warning): string =>
  view.persons
    .filter(({ id }) => personIds.includes(id))
    .map(({ label }) => label)
    .join(text('form.listComma'))

const titleOf = (text: Text, page: StepPageProps, one: Warning): string =>
  text(`brief.together.${one.code}.${one.reader}`, { about: aboutIn(text, page, one) })

const itemsIn = (text: Text, { together }: BriefView, one: Warning): string =>
  together.earlier
    .filter(({ id }) => one.earlier.includes(id))
    .map(({ label, at }) => text('brief.known.item', { label, day: text.day(at.slice(0, 10)) }))
    .join(text('form.listComma'))

/** Warnings the author accepted, each with the reason. @param fixed whether they can only be read here. */
export function AnsweredWarnings({
  view,
  brief,
  fixed = false,
}: StepPageProps & { readonly fixed?: boolean }) {
  const text = useText()
  const answered = brief.together.warnings.filter(({ reason }) => reason !== null)
  if (answered.length === 0) return null
  const takeBack = (one: Warning) =>
    void changeBrief(brief, {
      accepted: (brief.draft.accepted ?? []).filter(other => reasonFor(one, [other]) === null),
    })
  return (
    <Section title={text('brief.together.answered')} lead={text('brief.together.answered.lead')}>
      <DescriptionList
        rows={answered.map(one => ({
          id: nameOf(one),
          label: titleOf(text, { view, brief }, one),
          value: <bdi>{one.reason}</bdi>,
          by: itemsIn(text, brief, one),
          change: fixed
            ? undefined
            : { label: text('gate.condition.takeBack'), onPress: () => takeBack(one) },
        }))}
      />
    </Section>
  )
}

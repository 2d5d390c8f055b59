import type { CaseView } from '../shared/case/model.ts'
import type { Alike, NotMeant } from '../shared/leak/model.ts'
import { ReasonField } from './ReasonField.tsx'
import { useText, type Text } from './text.tsx'
import { DescriptionList, Notice, Section, Stack } from './ui/index.ts'

/** Words that sound like a withheld name; `reason`: why they are not, or `null`. */
export type Sounding = Alike & { readonly reason: string | null }

/** Something that would leave, as far as its words sound like a withheld name. */
export interface SoundsLike {
  readonly alike: readonly Sounding[]
  readonly notMeant: readonly NotMeant[]
  readonly view: CaseView
  /** Where it stands, in words. */
  readonly whereIs: (where: string) => string
  /** Keeps what was answered. `true` when it was done. */
  readonly change: (notMeant: NotMeant[]) => Promise<boolean>
}

/** Whose name it is, by neutral code. */
const whose = (text: Text, { view }: SoundsLike, { key }: Sounding): string =>
  text('alike.name', { about: view.persons.find(({ id }) => key.endsWith(id))?.label ?? '' })

const groupsOf = (alike: readonly Sounding[]) => [
  ...Map.groupBy(alike, ({ key, found }) => JSON.stringify([key, found])).entries(),
]

/** Words that may be a withheld name in another spelling: to be written otherwise, or to be answered for. */
export function Alikes({ of }: { readonly of: SoundsLike }) {
  const text = useText()
  const groups = groupsOf(of.alike.filter(({ reason }) => reason === null))
  if (groups.length === 0) return null
  return (
    <section id="alike" tabIndex={-1} aria-label={text('alike.title')}>
      <Stack gap={12}>
        {groups.map(([id, group], at) => (
          <Group key={id} of={of} group={group} id={`alike-${at + 1}`} />
        ))}
      </Stack>
    </section>
  )
}

interface GroupProps {
  readonly of: SoundsLike
  readonly group: readonly Sounding[]
  readonly id: string
}

function Group({ of, group, id }: GroupProps) {
  const text = useText()
  const [first] = group
  if (!first) return null
  const { key, found } = first
  const places = [...new Set(group.map(({ where }) => of.whereIs(where)))]
  const give = (reason: string) => of.change([...of.notMeant, { key, found, reason }])
  return (
    <Notice tone="care" title={text('alike.found', { found })}>
      <Stack gap={12}>
        <p>
          {text('alike.what', { name: whose(text, of, first), places: places.join(text('form.listComma')) })}
        </p>
        <ReasonField name="alike" id={id} onGive={give} />
      </Stack>
    </Notice>
  )
}

interface AnsweredProps {
  readonly of: SoundsLike
  /** Whether it can only be read here. */
  readonly fixed?: boolean
}

/** What was answered for, and the way to take it back. */
export function AnsweredAlikes({ of, fixed = false }: AnsweredProps) {
  const text = useText()
  const groups = groupsOf(of.alike.filter(({ reason }) => reason !== null))
  const answered = groups.flatMap(([, group]) => group.slice(0, 1))
  if (answered.length === 0) return null
  const takeBack = ({ key, found }: Sounding) => ({
    label: text('gate.condition.takeBack'),
    onPress: () => void of.change(of.notMeant.filter(one => one.key !== key || one.found !== found)),
  })
  return (
    <Section title={text('alike.answered')} lead={text('alike.answered.lead')}>
      <DescriptionList
        rows={answered.map(one => ({
          id: `${one.key} ${one.found}`,
          label: text('alike.isNot', { found: one.found, name: whose(text, of, one) }),
          value: <bdi>{one.reason}</bdi>,
          change: fixed ? undefined : takeBack(one),
        }))}
      />
    </Section>
  )
}

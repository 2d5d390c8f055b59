import type { BriefLine } from '../shared/brief/model.ts'
import type { CaseView } from '../shared/case/model.ts'
import { lineName } from './outward.ts'
import { useText, type Text } from './text.tsx'
import { Notice } from './ui/index.ts'

/** Something that would leave, as far as its words give away what is withheld. */
export interface GivesAway {
  readonly kind: 'brief' | 'action'
  readonly leaks: readonly { readonly key: string; readonly where: string }[]
  readonly lines: readonly BriefLine[]
  readonly view: CaseView
}

/** Where the words give away what is withheld, each place in words. Nothing when they do not. */
export function LeakNotice({ of }: { readonly of: GivesAway }) {
  const text = useText()
  if (of.leaks.length === 0) return null
  const sentences = of.leaks.map(({ key, where }) =>
    text('brief.leak', { where: whereIn(text, of, where), what: whatIs(text, of, key) }),
  )
  return (
    <section id="leaks" tabIndex={-1} aria-label={text('brief.leaks')}>
      <Notice tone="stop" title={text('brief.leaks')} live>
        <ul>
          {[...new Set(sentences)].map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>{text(`${of.kind}.leaksWhat`)}</p>
      </Notice>
    </section>
  )
}

/** Where something stands, in words: a line, or a field of a brief. */
export function whereIn(text: Text, { lines }: Pick<GivesAway, 'lines'>, where: string): string {
  const line = lines.find(one => one.key === where)
  return line ? lineName(text, line) : text(`brief.leak.in.${where}`)
}

/** What is given away: a line, who somebody is, or something of the case that no line says. */
function whatIs(text: Text, { lines, view }: GivesAway, key: string): string {
  const line = lines.find(one => one.key === key)
  if (line) return lineName(text, line)
  const [kind = '', id] = key.split(':')
  const about = view.persons.find(person => person.id === id)?.label ?? ''
  return text(`brief.leak.of.${kind}`, { about })
}

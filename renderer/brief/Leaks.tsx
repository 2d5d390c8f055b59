import type { BriefView } from '../../shared/brief/model.ts'
import type { CaseView } from '../../shared/case/model.ts'
import { lineName } from '../outward.ts'
import { useText, type Text } from '../text.tsx'
import { Notice } from '../ui/index.ts'
import type { StepPageProps } from './step.ts'

/** Where the sentences of the brief give away what is withheld, each place in words. Nothing when they do not. */
export function Leaks({ view, brief }: StepPageProps) {
  const text = useText()
  if (brief.leaks.length === 0) return null
  const sentences = brief.leaks.map(leak =>
    text('brief.leak', {
      where: whereIn(text, brief, leak.where),
      what: whatIs(text, { view, brief, key: leak.key }),
    }),
  )
  return (
    <section id="leaks" tabIndex={-1} aria-label={text('brief.leaks')}>
      <Notice tone="stop" title={text('brief.leaks')} live>
        <ul>
          {[...new Set(sentences)].map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>{text('brief.leaksWhat')}</p>
      </Notice>
    </section>
  )
}

/** Where something stands, in words: a line of the brief, or a field of it. */
export function whereIn(text: Text, brief: BriefView, where: string): string {
  const line = brief.lines.find(one => one.key === where)
  return line ? lineName(text, line) : text(`brief.leak.in.${where}`)
}

interface Withheld {
  readonly view: CaseView
  readonly brief: BriefView
  readonly key: string
}

/** What is given away: a line of the brief, who somebody is, or something of the case that no line says. */
function whatIs(text: Text, { view, brief, key }: Withheld): string {
  const line = brief.lines.find(one => one.key === key)
  if (line) return lineName(text, line)
  const [kind = '', id] = key.split(':')
  const about = view.persons.find(person => person.id === id)?.label ?? ''
  return text(`brief.leak.of.${kind}`, { about })
}

import type { CardSeen, ColleagueView } from '../../shared/exchange/colleagueContract.ts'
import { colleagueName } from '../colleagueWords.ts'
import { useText } from '../text.tsx'
import { TwelveWords } from '../TwelveWords.tsx'
import { Notice, Section, Select, Stack } from '../ui/index.ts'
import styles from './colleague.module.css'

interface Props {
  readonly seen: CardSeen
  readonly colleagues: readonly ColleagueView[]
  readonly replaced: ColleagueView
  readonly onChange: (id: ColleagueView['id']) => void
}

/** New keys of somebody known: both sets of words, and what follows. */
export function ReplacingKeys({ seen, replaced, colleagues, onChange }: Props) {
  const text = useText()
  return (
    <Stack gap={24}>
      <Select
        label={text('colleague.whose.which')}
        placeholder={text('form.pick')}
        value={replaced.id}
        onChange={onChange}
        options={colleagues.map(one => ({ id: one.id, label: colleagueName(text, one) }))}
      />
      <Notice tone="care" title={text('colleague.replace')}>
        {text('colleague.replace.means')}
      </Notice>
      <div className={styles.pair}>
        <Section title={text('colleague.words.new')}>
          <TwelveWords label={text('colleague.words.new')} words={seen.words} />
        </Section>
        <Section title={text('colleague.words.before')}>
          <TwelveWords label={text('colleague.words.before')} words={replaced.words} old />
        </Section>
      </div>
    </Stack>
  )
}

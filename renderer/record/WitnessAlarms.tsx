import type { Standing, WitnessLine } from '../../shared/record/model.ts'
import { isAlarming } from '../../shared/record/witness.ts'
import { useText, type Text } from '../text.tsx'
import { Notice, Stack } from '../ui/index.ts'

/** What does not fit, in words: which witness, how many entries, and what to do. One quiet line when all is well. */
export function WitnessAlarms({ standing }: { readonly standing: Standing }) {
  const text = useText()
  const { witnesses, clockBehind, now } = standing
  const alarms = witnesses.filter(({ verdict }) => isAlarming(verdict))
  return (
    <Stack gap={12}>
      {alarms.length > 0 && (
        <Notice tone="stop" title={text('witness.alarm.title')}>
          {alarms.map(line => (
            <p key={`${line.kind} ${line.who?.role} ${line.who?.office}`}>{sentenceOf(text, line)}</p>
          ))}
          <p>{text('witness.alarm.do')}</p>
        </Notice>
      )}
      {clockBehind && (
        <Notice tone="care" title={text('witness.clock.title')}>
          <p>
            {text('witness.clock.detail', {
              at: text.moment(clockBehind),
              now: text.moment(now),
            })}
          </p>
          <p>{text('witness.clock.do')}</p>
        </Notice>
      )}
      {alarms.length === 0 && witnesses.length > 0 && (
        <Notice tone="safe" title={text('witness.fits.title')}>
          {text('witness.fits.detail')}
        </Notice>
      )}
    </Stack>
  )
}

function sentenceOf(text: Text, { kind, verdict, who, entries, missing, at }: WitnessLine): string {
  return text(`witness.alarm.${verdict}.${kind}`, {
    role: who?.role ?? '',
    office: who?.office ?? '',
    entries: entries ?? 0,
    missing,
    at: text.moment(at),
  })
}

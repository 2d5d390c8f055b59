import type { Answered } from '../../shared/model.ts'
import type { OwnView, RiskAssessment } from '../../shared/risk/model.ts'
import { useText } from '../text.tsx'
import { Band, Bands, Quote, Stack } from '../ui/index.ts'
import { gradeOf, langOf } from './riskText.ts'

/** Our view and the person's own, side by side; their words below, in their script, a translation beside. */
export function Views({ risk, code }: { readonly risk: RiskAssessment; readonly code: string }) {
  const text = useText()
  const inherent = text('risk.inherent', { band: text(`risk.band.${risk.inherentBand}`) })
  return (
    <Stack gap={24}>
      <Bands difference={risk.differs && text('risk.differs')}>
        <Band
          label={text('risk.ours')}
          word={text(`risk.band.${risk.band}`)}
          number={text('risk.score', { score: risk.residualLikelihood * risk.residualImpact })}
          grade={gradeOf[risk.band]}
          detail={inherent}
        />
        <OwnBand ownView={risk.ownView} code={code} />
      </Bands>
      <OwnWords ownView={risk.ownView} />
    </Stack>
  )
}

interface OwnProps {
  readonly ownView: Answered<OwnView>
}

function OwnBand({ ownView, code }: OwnProps & { readonly code: string }) {
  const text = useText()
  const label = text('risk.own', { code })
  if ('none' in ownView)
    return (
      <div>
        <p>{label}</p>
        <p>{text(`answer.${ownView.none}`)}</p>
      </div>
    )
  const { band } = ownView.value
  return <Band label={label} word={text(`risk.band.${band}`)} grade={gradeOf[band]} />
}

/** Nothing when nothing was said, or nothing written down. */
function OwnWords({ ownView }: OwnProps) {
  const text = useText()
  if ('none' in ownView || ownView.value.words === '') return null
  const { words, language, translation } = ownView.value
  return (
    <Quote
      label={text('risk.ownWords')}
      text={words}
      lang={langOf(language)}
      translation={translation === '' ? undefined : { label: text('risk.ownTranslation'), text: translation }}
    />
  )
}

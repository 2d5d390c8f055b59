import type { CaseView } from '../../shared/case/model.ts'
import { valueOf } from '../../shared/model.ts'
import type { Band } from '../../shared/risk/model.ts'

/** The danger of a case in both views. */
export const bandsOf = ({ risks }: Pick<CaseView, 'risks'>): Band[] =>
  risks
    .filter(risk => risk.about === 'situation')
    .flatMap(risk => {
      const own = valueOf(risk.ownView)
      return own ? [risk.band, own.band] : [risk.band]
    })

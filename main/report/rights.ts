import { Refused } from '../../shared/refusal.ts'
import type { Duty } from '../../shared/vault/model.ts'
import type { QueryContext } from '../handler.ts'

/** Who answers for what is handed in to the annual report (6.3). */
const deciding: readonly Duty[] = ['focal_point', 'head_of_presence']

/** @throws Refused `report/not-your-duty` */
export function mustDecide({ duties }: Pick<QueryContext, 'duties'>): void {
  if (!duties.some(duty => deciding.includes(duty))) throw new Refused('report/not-your-duty')
}

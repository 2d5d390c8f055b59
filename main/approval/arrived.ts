import { AnswerDocument, RequestDocument } from '../../shared/approval/model.ts'
import type { ColleagueKind } from '../../shared/exchange/manifest.ts'
import { Refused } from '../../shared/refusal.ts'
import { z } from '../../shared/zod.ts'
import type { App } from '../app.ts'
import type { Arrived } from '../exchange/arrive.ts'
import { onDesk } from '../exchange/arrive.ts'

const Formatted = z.looseObject({ format: z.string() })

/** The document of a kind, by its own strict schema. @throws Refused `exchange/not-a-package`, `newer-than-app` */
function documentIn<S extends z.ZodType>({ document }: Arrived, kind: ColleagueKind, schema: S): z.output<S> {
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const version = Formatted.safeParse(document).data?.format.match(
    new RegExp(`^vigil-${kind}/([1-9][0-9]{0,3})$`),
  )?.[1]
  throw new Refused(Number(version) > 1 ? 'exchange/newer-than-app' : 'exchange/not-a-package')
}

/** The question for approval on the desk. @throws Refused `exchange/nothing-arrived`, `not-a-package`, `newer-than-app` */
export function arrivedRequest(app: App): { readonly arrived: Arrived; readonly document: RequestDocument } {
  const arrived = onDesk(app, 'approval-request')
  return { arrived, document: documentIn(arrived, 'approval-request', RequestDocument) }
}

/** The answer on the desk. @throws Refused `exchange/nothing-arrived`, `not-a-package`, `newer-than-app` */
export function arrivedAnswer(app: App): { readonly arrived: Arrived; readonly document: AnswerDocument } {
  const arrived = onDesk(app, 'approval')
  return { arrived, document: documentIn(arrived, 'approval', AnswerDocument) }
}

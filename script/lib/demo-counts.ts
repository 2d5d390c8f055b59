import type { Page } from 'playwright-core'
import type { CaseView } from '../../shared/case/model.ts'
import type { Reply } from '../../shared/refusal.ts'
import { ask } from '../../test/e2e/steps/look.ts'

/** How much the story has made. */
export async function countsOf(page: Page, caseId: string): Promise<Readonly<Record<string, number>>> {
  const view = (await ask(page, 'case.view', { caseId })) as Reply<CaseView>
  const record = (await ask(page, 'record.verify')) as Reply<{ entries: number; brokenAt: number | null }>
  if (!view.ok || !record.ok) throw new Error('The case or the record cannot be read.')
  if (record.value.brokenAt !== null) throw new Error(`The record is broken at ${record.value.brokenAt}.`)
  const { messages, attachments, persons, engagements, acts, perpetrators, consents, risks, briefs } =
    view.value
  const lists = { messages, attachments, persons, engagements, acts, perpetrators, consents, risks, briefs }
  const counts = Object.entries(lists).map(([name, list]) => [name, list.length] as const)
  return { ...Object.fromEntries(counts), recordEntries: record.value.entries }
}

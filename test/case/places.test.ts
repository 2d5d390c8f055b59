import { describe, expect, it } from 'vitest'
import { disclosedAs } from '../../renderer/disclosed.ts'
import { dueWords, placeOfDue } from '../../renderer/dues.ts'
import { textIn } from '../../renderer/text.tsx'
import { readWords } from '../../renderer/words.ts'
import { Day } from '../../shared/model.ts'
import { handedOver } from '../consent/support.ts'
import { everyDue } from '../support.ts'
import { acting } from './actionSupport.ts'

await readWords('en')
const text = textIn('en')

describe('what a screen says of actions', () => {
  it('leads from a due thing to the page of the action that settles it, and names the action', async () => {
    const app = await acting()
    const actionId = await app.plan({ deadline: Day.parse('2026-03-04') })
    await app.send(await app.plan())
    const dues = await everyDue(app)
    const of = (kind: string) => dues.find(due => due.kind === kind)
    const [deadline, followUp] = [of('action-deadline'), of('action-follow-up')]
    if (!deadline || !followUp) throw new Error('nothing is due')
    expect(placeOfDue(app.caseId, deadline)).toBe(`/case/${app.caseId}/actions/${actionId}`)
    expect(placeOfDue(app.caseId, followUp)).toMatch(/\/actions\/[\da-f-]{36}\/effect$/)
    expect(dueWords(text, deadline, deadline.person)).toMatch(/^M1: .*\(FP-1\)$/)
  })

  it('names what was handed over: an action by its code and kind, a brief by its copy, each with the way there', async () => {
    const app = await acting()
    const actionId = await app.plan()
    await app.send(actionId)
    const view = await app.view()
    const [told] = view.disclosures
    expect(told && disclosedAs(text, view, told)).toEqual({
      words: '\u2068M1\u2069: Confidential, quiet diplomacy',
      href: `/case/${app.caseId}/actions/${actionId}`,
    })

    const { get, caseId } = await handedOver()
    const other = await get('case.view', { caseId })
    const [brief] = other.disclosures
    const copy = other.briefs[0]?.copy ?? ''
    expect(brief && disclosedAs(text, other, brief)?.words).toContain(copy)
    expect(told && disclosedAs(text, other, told)).toBeNull()
  })
})

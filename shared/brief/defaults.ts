import type { Day } from '../model.ts'
import type { BriefContent } from './lines.ts'
import { linesOf } from './lines.ts'
import type { BriefDraft } from './model.ts'

/** How long a brief holds unless its author says otherwise, in days. */
export const validDays = 14

/**
 * What a new brief begins with: the reader inside the United Nations, the safest way there, every name withheld. Role of
 * the reader and bottom line are the author's to write.
 *
 * @param today the day it is begun.
 */
export function briefDefaults(
  content: BriefContent,
  { today, language }: { readonly today: Day; readonly language: BriefDraft['language'] },
): BriefDraft {
  return {
    forRole: '',
    purpose: 'share_UN_country_presence',
    recipient: 'UN_entity',
    channel: 'encrypted_message',
    language,
    ...markingFor(content),
    validUntil: daysAfter(today, validDays),
    asked: 'decision',
    bottomLine: '',
    answerBy: null,
    unknowns: unknownOf(content),
    stateView: '',
    riskOfActing: '',
    riskOfNotActing: '',
    actionsSoFar: '',
    options: [],
    talkingPoints: [],
    followUp: '',
    withheld: linesOf(content)
      .filter(line => line.element === 'name')
      .map(line => line.key),
    conditionsMet: [],
  }
}

/** What is still unknown of the case, as its assessment says; left to the author when it is too long for a brief. */
function unknownOf({ verification }: BriefContent): string {
  const unknowns = verification.proof?.unknowns ?? ''
  return unknowns.length <= 600 ? unknowns : ''
}

/** What tells of one person is marked as high as there is; a case without persons a step lower. */
function markingFor({ persons }: BriefContent): Pick<BriefDraft, 'marking' | 'caveats'> {
  return persons.length > 0
    ? { marking: 'strictly_confidential', caveats: ['source_protected', 'no_name', 'no_state_sharing'] }
    : { marking: 'confidential', caveats: ['no_state_sharing'] }
}

/** A day so many days later. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day
}

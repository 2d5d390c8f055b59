import type { BriefLine } from '../brief/model.ts'
import { reveals } from '../gate/consent.ts'
import type { GateResult } from '../gate/model.ts'
import type { ActionId, Instant } from '../model.ts'
import type { Code } from '../vocabulary/index.ts'
import type { Action, ActionDraft, ActionEntry, ActionEvent, ActionLine, ActionStage } from './model.ts'

/** What an action would tell: the lines about its persons that have one of its facts and show no more than its level. */
export const linesTold = (
  lines: readonly BriefLine[],
  { personIds, facts, identityLevel }: Pick<ActionDraft, 'personIds' | 'facts' | 'identityLevel'>,
): BriefLine[] =>
  lines.filter(
    line =>
      facts.includes(line.fact) &&
      reveals[identityLevel].includes(line.element) &&
      line.personIds.some(id => personIds.includes(id)),
  )

/**
 * What an entry in the annual report says besides: the author's paragraph and the documents it names, which tell of
 * everybody it is about, and the State, which tells where they are.
 */
export function entryLines(
  actionId: ActionId,
  { entry, personIds }: Pick<ActionDraft, 'entry' | 'personIds'>,
): BriefLine[] {
  if (!entry) return []
  const line = (
    field: 'entryText' | 'entryState' | 'entryReferences',
    element: BriefLine['element'],
    pieces: BriefLine['pieces'],
  ) => ({
    key: `entry:${actionId}:${field}`,
    fact: 'acts' as const,
    element,
    personIds: [...personIds],
    label: `report.line.${field}`,
    about: '',
    pieces,
  })
  return [
    line('entryText', 'group', [{ text: entry.text }]),
    ...(entry.references.length > 0
      ? [
          line(
            'entryReferences',
            'group',
            entry.references.map(text => ({ text })),
          ),
        ]
      : []),
    ...(entry.state ? [line('entryState', 'region', [{ code: `vocabulary.country.${entry.state}` }])] : []),
  ]
}

/** The events of one kind, in the order of recording. */
const eventsOf = <W extends ActionEvent['what']>(entries: readonly ActionEntry[], what: W) =>
  entries.flatMap(({ event, recordedAt }) =>
    event.what === what ? [{ ...(event as Extract<ActionEvent, { what: W }>), recordedAt }] : [],
  )

/** How far an action has come. An action that has ended stays so. */
export function stageOf(entries: readonly ActionEntry[]): ActionStage {
  const has = (what: ActionEvent['what']) => entries.some(({ event }) => event.what === what)
  if (has('ended')) return 'ended'
  if (has('reply')) return 'answered'
  return has('sent') ? 'sent' : 'planned'
}

/** An action in one line, from what happened to it. @param entries its own, in the order of recording. */
export function lineOf(action: Action, entries: readonly ActionEntry[]): ActionLine {
  const { id, caseId, label, startedAt, changedAt, approval, draft } = action
  const { kind, detail, personIds, to, purpose, recipient, channel, owner, deadline, answerBy } = draft
  const sent = eventsOf(entries, 'sent')[0]
  const reply = eventsOf(entries, 'reply').at(-1)
  const planned = { kind, detail, personIds, to, purpose, recipient, channel, owner, deadline, answerBy }
  return {
    id,
    caseId,
    label,
    startedAt,
    ...planned,
    stage: stageOf(entries),
    approved: approval !== null && approval.at >= changedAt,
    sentAt: sent?.recordedAt ?? null,
    sentOn: sent?.on ?? null,
    reminders: eventsOf(entries, 'reminder')
      .map(({ on }) => on)
      .toSorted(),
    lastReply: reply ? { on: reply.on, response: reply.response, recordedAt: reply.recordedAt } : null,
    adequacy: eventsOf(afterReply(entries), 'adequacy').at(-1)?.adequacy ?? null,
    lastEffect: eventsOf(entries, 'effect').at(-1)?.effect ?? null,
    lookedAt: sent ? lookedAfter(sent.recordedAt, entries) : [],
    ended: eventsOf(entries, 'ended').at(-1)?.how ?? null,
    soleApproval: approval?.sole ?? false,
  }
}

/** The entries since the last reply, or all where none came. */
const afterReply = (entries: readonly ActionEntry[]) =>
  entries.slice(entries.findLastIndex(({ event }) => event.what === 'reply') + 1)

const tells: readonly ActionEvent['what'][] = ['effect', 'outcome', 'development']

const lookedAfter = (sentAt: Instant, entries: readonly ActionEntry[]): Instant[] =>
  entries
    .filter(({ event, recordedAt }) => tells.includes(event.what) && recordedAt >= sentAt)
    .map(({ recordedAt }) => recordedAt)

const blocksRisk = ['risk', 'harm'] as const

/**
 * The status of an action (4.7): what happened to it, else what the gate says. `blocked_consent` and `blocked_risk` are
 * never typed; where both stand in the way the answer of the person is named, because only they can give it.
 */
export function statusOf(
  { stage, ended }: Pick<ActionLine, 'stage' | 'ended'>,
  { open, lines, findings }: GateResult,
): Code<'actionStatus'> {
  if (ended) return ended
  if (stage === 'answered' || stage === 'sent') return stage
  if (open) return 'approved'
  if (lines.some(({ verdict }) => verdict === 'blocked')) return 'blocked_consent'
  const places = findings.map(({ place }) => place)
  if (places.includes('consent')) return 'blocked_consent'
  if (places.some(place => blocksRisk.some(one => one === place))) return 'blocked_risk'
  return places.every(place => place === 'approval') ? 'awaiting_approval' : 'proposed'
}

/** What of an event decides whether it can be recorded. */
type Recordable = Pick<ActionEvent, 'what'> & { readonly how?: string }

/**
 * Why something cannot be recorded of an action as it stands: `null` when it can. What has become of people is recorded
 * for ever, and States answer late: both also after the end. What never went out was not completed.
 */
export function mayRecord(
  { stage, sentAt }: Pick<ActionLine, 'stage' | 'sentAt'>,
  { what, how }: Recordable,
): 'action/already-sent' | 'action/not-sent' | 'action/ended' | null {
  if (what === 'development' || what === 'outcome') return null
  const notSent = sentAt === null ? 'action/not-sent' : null
  if (what === 'effect' || what === 'adequacy' || what === 'reply') return notSent
  if (stage === 'ended') return 'action/ended'
  if (what === 'sent') return stage === 'planned' ? null : 'action/already-sent'
  if (what === 'ended') return how === 'completed' ? notSent : null
  return notSent
}

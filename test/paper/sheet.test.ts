import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { voiceIn } from '../../main/paper/voice.ts'
import type { ActionDraft, ActionEvent, ActionLine } from '../../shared/action/model.ts'
import { lineOf } from '../../shared/action/rules.ts'
import type { Disclosed } from '../../shared/consent/followUp.ts'
import type { ConsentDecision } from '../../shared/consent/model.ts'
import { Fact } from '../../shared/consent/model.ts'
import { linesOf } from '../../shared/brief/lines.ts'
import {
  ActionId,
  CaseId,
  ConsentId,
  Day,
  DisclosureId,
  Instant,
  OverrideId,
  PaperId,
} from '../../shared/model.ts'
import { allParts, outgoing, saidPaper, writtenParts } from '../../shared/paper/document.ts'
import { PaperLanguage, SheetPart, partsOf } from '../../shared/paper/model.ts'
import type { SheetContent } from '../../shared/paper/sheet.ts'
import { protectiveActions } from '../../shared/plan/measure.ts'
import { emptyPlan } from '../../shared/plan/rules.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { content, now, p1, p2, today } from '../brief/support.ts'
import { anyMeasure } from '../plan/support.ts'
import { sheetDraft, textIn } from './support.ts'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const caseId = CaseId.parse(uuid(9))
const marks = { [p1]: 'mine', [p2]: 'zqother' }

const anyAnswer: fc.Arbitrary<ConsentDecision> = fc
  .record({
    number: fc.integer({ min: 100, max: 999 }),
    personId: fc.constantFrom(p1, p2),
    purpose: fc.constantFrom(...codesOf('purpose')),
    recipient: fc.constantFrom(...codesOf('recipientClass')),
    channel: fc.constantFrom(...codesOf('channel')),
    identityLevel: fc.constantFrom(...codesOf('identityLevel')),
    scope: fc.constantFrom(
      'whole_case' as const,
      'selected_facts' as const,
      'one_document' as const,
      'outcome_only' as const,
    ),
    decision: fc.constantFrom('given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked'),
    condition: fc.constantFrom(...codesOf('condition')),
    ends: fc.constantFrom(null, Day.parse('2026-01-01'), Day.parse('2027-01-01')),
  })
  .map(({ number, condition, ends, ...row }) => ({
    ...row,
    id: ConsentId.parse(uuid(number)),
    caseId,
    talkId: null,
    facts: row.scope === 'selected_facts' ? [...Fact.options] : [],
    document: row.scope === 'one_document' ? (marks[row.personId] ?? '') : '',
    form: { none: 'unknown' },
    givenBy: { none: 'unknown' },
    decidedOn: Day.parse('2025-12-01'),
    askedBy: 'FP-1',
    language: { none: 'unknown' },
    interpreter: { none: 'unknown' },
    risksExplained: { none: 'unknown' },
    conditions:
      row.decision === 'given_with_conditions'
        ? [
            {
              kind: condition,
              after: condition === 'only_after_date' ? today : null,
              note: marks[row.personId] ?? '',
            },
          ]
        : [],
    validUntil: ends,
    reviewOn: null,
    reviewWhen: [],
    evidence: marks[row.personId] ?? '',
    recordedAt: now,
  }))

const keys = linesOf(content).map(({ key }) => key)

const anyTelling = (answers: readonly ConsentDecision[]): fc.Arbitrary<Disclosed> =>
  fc
    .record({
      kind: fc.constantFrom('brief' as const, 'action' as const, 'paper' as const),
      lines: fc.subarray(keys),
      consentIds: fc.subarray(answers.map(({ id }) => id)),
      recipient: fc.constantFrom(...codesOf('recipientClass')),
      isOverridden: fc.boolean(),
    })
    .map(({ isOverridden, ...told }) => ({
      ...told,
      id: DisclosureId.parse(uuid(70)),
      itemId: PaperId.parse(uuid(71)),
      at: now,
      toRole: 'Head of office zqother',
      purpose: 'share_UN_country_presence' as const,
      channel: 'in_person' as const,
      overrideId: isOverridden ? OverrideId.parse(uuid(72)) : null,
      approvedBy: 'HOP-1',
      sha256: '',
    }))

const anyAction: fc.Arbitrary<ActionLine> = fc
  .record({
    personIds: fc.subarray([p1, p2], { minLength: 1 }),
    kind: fc.constantFrom(...codesOf('action')),
    effect: fc.constantFrom(null, ...codesOf('effect')),
    how: fc.constantFrom(null, 'completed' as const, 'cancelled' as const, 'failed' as const),
    isSent: fc.boolean(),
    isAnswered: fc.boolean(),
  })
  .map(({ personIds, kind, effect, how, isSent, isAnswered }) => {
    const words = 'zqother'
    const events: (ActionEvent | false)[] = [
      isSent && { what: 'sent', on: today, note: words },
      isAnswered && {
        what: 'reply',
        on: today,
        response: 'denies_facts',
        language: { none: 'unknown' },
        text: words,
      },
      effect !== null && { what: 'effect', on: today, effect, note: words, ownWords: { none: 'not-asked' } },
      how !== null && { what: 'ended', on: today, how, why: words },
    ]
    const id = ActionId.parse(uuid(80))
    const entries = events
      .filter(event => event !== false)
      .map((event, at) => ({ id: uuid(81 + at), caseId, actionId: id, event, by: 'FP-1', recordedAt: now }))
    const draft: ActionDraft = {
      kind,
      detail: words,
      personIds,
      to: `Minister ${words}`,
      purpose: 'letter_to_state_named',
      recipient: 'member_state_concerned',
      channel: 'diplomatic_note',
      identityLevel: 'full_name',
      facts: ['acts'],
      withheld: [],
      conditionsMet: [],
      expected: words,
      riskOfActing: words,
      riskOfNotActing: words,
      safetyReason: words,
      owner: words,
      deadline: null,
      answerBy: null,
    }
    const rest = { caseId, label: 'M1', author: 'FP-1', approval: null, startedAt: now, changedAt: now }
    return lineOf({ id, draft, ...rest }, entries)
  })

/** A case of two persons with answers, tellings, actions and plans of both; everything of the other carries a mark. */
const anyCase: fc.Arbitrary<SheetContent> = fc
  .array(anyAnswer, { maxLength: 8 })
  .chain(consents =>
    fc.record({
      consents: fc.constant(consents),
      disclosures: fc.array(anyTelling(consents), { maxLength: 4 }),
      actions: fc.array(anyAction, { maxLength: 4 }),
      measures: fc.array(anyMeasure, { maxLength: 5 }),
      named: fc.constantFrom('', ' with P2', ' before A1', ' as in M1', ' and P 2', ' مع P2'),
    }),
  )
  .map(({ measures, named, ...some }) => {
    const planOf = (id: typeof p1, mark: string) => ({
      ...emptyPlan,
      id,
      caseId,
      objective: { value: `${mark} aim${named}` },
      mustNot: { value: `${mark} never` },
      measures: measures.map(one => ({ ...one, detail: `${mark} detail${named}`, owner: 'Office zqother' })),
      trusted: id === p1 ? [p2] : [],
      reviewOn: Day.parse('2027-02-01'),
      state: 'active' as const,
      agreedOn: today,
      agreedHow: 'zqother',
      reviewedOn: null,
      changedAt: now,
    })
    const persons = content.persons.map(one => ({
      ...one,
      wishes: { value: `wish ${marks[one.id]}` },
      note: 'zqother',
    }))
    return {
      ...content,
      ...some,
      persons,
      talks: [],
      bases: [],
      today,
      protection: {
        plans: [planOf(p1, 'mine'), planOf(p2, 'zqother')],
        contacts: [],
        checkInPlans: [
          {
            id: p1,
            caseId,
            everyHours: 48,
            graceHours: 1,
            nextDue: now,
            first: 'zqother',
            second: '',
            third: '',
            agreedAt: Instant.parse(now),
          },
        ],
        checkIns: [],
        wordsOf: [p1, p2],
      },
    }
  })

const anyLanguage = fc.constantFrom(...PaperLanguage.options)
const personIn = (all: SheetContent) => all.persons.find(({ id }) => id === p1)!

describe('a paper of one person', () => {
  it('never says anything of another person, nor a code, an office or a name', () => {
    fc.assert(
      fc.property(
        anyCase,
        anyLanguage,
        fc.constantFrom('plan' as const, 'sheet' as const),
        (all, language, kind) => {
          const subject = { content: all, person: personIn(all) }
          const written = writtenParts(subject, sheetDraft({ kind, parts: [...partsOf(kind)] }))
          const page = textIn(saidPaper(kind, written, voiceIn(language)))
          expect(page).not.toMatch(/zqother|zqwx|\b[PAM]\s?\d\b|2AB-3CD/)
          expect(page).not.toMatch(
            /United Nations|\bUN\b|\bONU\b|Nations Unies|Naciones Unidas|ООН|الأمم المتحدة|联合国/,
          )
          for (const line of outgoing(kind, written, subject.person))
            expect(line).toMatchObject({ personIds: [p1], element: 'group' })
        },
      ),
    )
  })

  it('says every sentence in every language, with nothing left out of it', () => {
    fc.assert(
      fc.property(
        anyCase,
        anyLanguage,
        fc.constantFrom('plan' as const, 'sheet' as const),
        (all, language, kind) => {
          const parts = allParts({ content: all, person: personIn(all) }, kind) ?? []
          const page = textIn(saidPaper(kind, { parts }, voiceIn(language)))
          expect(page).not.toMatch(/sheet\.|[{}]|undefined/)
        },
      ),
    )
  })

  it('tells of an override as one, and of no telling that was about somebody else', () => {
    fc.assert(
      fc.property(anyCase, all => {
        const subject = { content: all, person: personIn(all) }
        const told = textIn(
          saidPaper('sheet', writtenParts(subject, sheetDraft({ parts: ['told'] })), voiceIn('en')),
        )
        const own = all.consents.filter(({ personId }) => personId === p1).map(({ id }) => id)
        const mine = all.disclosures.filter(
          ({ lines, consentIds }) =>
            consentIds.some(id => own.includes(id)) ||
            linesOf(all).some(line => line.personIds.includes(p1) && lines.includes(line.key)),
        )
        const overridden = mine.filter(({ kind, overrideId }) => kind !== 'paper' && overrideId !== null)
        expect(told.split('without your yes').length - 1).toBe(overridden.length)
        expect(told.includes('Nobody was told')).toBe(mine.length === 0)
      }),
    )
  })

  it('awaits an answer only where one can come', () => {
    fc.assert(
      fc.property(anyCase, all => {
        const parts = writtenParts({ content: all, person: personIn(all) }, sheetDraft({ parts: ['done'] }))
        const page = textIn(saidPaper('sheet', parts, voiceIn('en')))
        const awaited = all.actions.filter(
          ({ personIds, sentOn, lastReply, ended, kind }) =>
            personIds.includes(p1) &&
            sentOn !== null &&
            lastReply === null &&
            ended === null &&
            !protectiveActions.includes(kind),
        )
        expect(page.split('No answer yet').length - 1).toBe(awaited.length)
      }),
    )
  })

  it('promises nothing: what is only planned for the person is not on it', () => {
    fc.assert(
      fc.property(anyCase, all => {
        const planned = { ...all, actions: all.actions.map(one => ({ ...one, sentOn: null })) }
        const parts = writtenParts(
          { content: planned, person: personIn(planned) },
          sheetDraft({ parts: ['done'] }),
        )
        expect(textIn(saidPaper('sheet', parts, voiceIn('en')))).toContain('Nothing has been done outside')
      }),
    )
  })
})

describe('every label a paper can print', () => {
  const lists = {
    purpose: codesOf('purpose'),
    recipient: codesOf('recipientClass'),
    channel: codesOf('channel'),
    level: codesOf('identityLevel'),
    fact: Fact.options,
    condition: codesOf('condition'),
    effect: codesOf('effect'),
    part: [...partsOf('plan'), ...SheetPart.options],
  }
  it.each(PaperLanguage.options)('is there in %s', language => {
    const { say } = voiceIn(language)
    const missing = Object.entries(lists).flatMap(([list, codes]) =>
      codes.map(code => `sheet.${list}.${code}`).filter(key => say(key, { day: '' }) === key),
    )
    expect(missing).toEqual([])
  })
})

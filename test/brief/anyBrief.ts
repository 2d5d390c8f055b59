import * as fc from 'fast-check'
import { Asked, type BriefDocument, type DocumentLine, type Piece } from '../../shared/brief/model.ts'
import { Fact } from '../../shared/consent/model.ts'
import { Day } from '../../shared/model.ts'
import { PaperLanguage } from '../../shared/paper/model.ts'
import { codesOf } from '../../shared/vocabulary/index.ts'
import { fullBrief } from './samples.ts'

const words = [
  'P1',
  'A2AB-3',
  '<b>&amp;"',
  "'",
  '«OHCHR»',
  '(جنيف)',
  'سميرة',
  'قالت:',
  '12/2',
  '2026-11-05',
  'Её',
  '她的话。',
  'José',
  '😀',
  '—',
  'שלום',
  '\u2068x\u2069',
  'two\nlines\u000bof\ttext',
  'a\u0001b\u001f\uffff',
]

const typed = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map(list => list.join(' '))
const maybe = fc.oneof(fc.constant(''), typed)
const day = fc.constantFrom(Day.parse('2026-01-01'), Day.parse('2026-09-30'), Day.parse('2027-12-31'))
const about = fc.constantFrom('P1', 'P2', 'C1', 'P1 · C1', '')

const lists = ['victimRole', 'region', 'formOfAct', 'unEntity', 'legalTool', 'perpetratorKind'] as const
const anyCode = fc
  .constantFrom(...lists)
  .chain(list => fc.constantFrom(...codesOf(list).map(code => `vocabulary.${list}.${code}`)))

const anyPiece: fc.Arbitrary<Piece> = fc.oneof(
  typed.map(text => ({ text })),
  anyCode.map(code => ({ code })),
  fc
    .record({
      said: typed,
      precision: fc.constantFrom(
        'day' as const,
        'month' as const,
        'year' as const,
        'about' as const,
        'unknown' as const,
      ),
      from: day,
      to: day,
    })
    .map(date => ({ date })),
)

const fields = [
  'unit',
  'name',
  'roles',
  'wishes',
  'risk',
  'ownView',
  'engagement',
  'act',
  'account',
  'perpetrator',
  'verification',
  'sources',
  'proof',
  'danger',
] as const

const anyLine: fc.Arbitrary<DocumentLine> = fc
  .record({
    field: fc.constantFrom(...fields),
    fact: fc.constantFrom(...Fact.options),
    about,
    said: fc.oneof(fc.constant(null), fc.array(anyPiece, { minLength: 1, maxLength: 3 })),
  })
  .map(({ field, said, ...rest }) => ({
    ...rest,
    label: `brief.line.${field}`,
    ...(said === null ? { withheld: true as const } : { said }),
  }))

const anyOption = fc.record({
  what: typed,
  benefit: maybe,
  risk: maybe,
  consentNeeded: maybe,
  who: maybe,
  recommended: fc.boolean(),
})

const anyLimit = fc.record({
  about: fc.constant('P1'),
  may: fc.boolean(),
  purpose: fc.constantFrom(...codesOf('purpose')),
  recipient: fc.constantFrom(...codesOf('recipientClass')),
  channel: fc.constantFrom(...codesOf('channel')),
  identityLevel: fc.constantFrom(...codesOf('identityLevel')),
  scope: fc.constantFrom(...codesOf('scopeOfContent')),
  facts: fc.subarray([...Fact.options]),
  conditions: fc.subarray([...codesOf('condition')]),
  until: fc.oneof(fc.constant(null), day),
})

const band = fc.constantFrom('critical' as const, 'high' as const, 'medium' as const, 'low' as const)
const anyRisk = fc.record({
  about: fc.constantFrom('P1', 'P2'),
  band,
  assessedOn: day,
  ownView: fc.oneof(
    fc.constant(null),
    fc.constantFrom('declined', 'withheld', 'not-asked', 'unknown').map(none => ({ none }) as const),
    fc
      .record({ band, words: maybe, language: fc.constant(null), translation: maybe })
      .map(value => ({ value })),
  ),
  differs: fc.boolean(),
})

const anyOverride = fc.record({
  about: fc.constantFrom<string[]>(['P1', 'P2']),
  by: fc.constant<string>('FP-1'),
  grantedBy: fc.constantFrom<string>('FP-1', 'HoP-1'),
  reason: typed,
})

/** Any brief, in any of its languages, with words in any script. */
export const anyBrief: fc.Arbitrary<BriefDocument> = fc
  .record({
    language: fc.constantFrom(...PaperLanguage.options),
    marking: fc.constantFrom(...codesOf('marking')),
    caveats: fc.subarray([...codesOf('handlingCaveat')]),
    forRole: typed,
    approvedBy: maybe,
    soleApproval: fc.boolean(),
    asked: fc.constantFrom(...Asked.options),
    bottomLine: typed,
    answerBy: fc.oneof(fc.constant(null), day),
    validUntil: day,
    lines: fc.array(anyLine, { maxLength: 8 }),
    unknowns: maybe,
    stateView: maybe,
    limits: fc.array(anyLimit, { maxLength: 3 }),
    risks: fc.array(anyRisk, { maxLength: 2 }),
    riskOfActing: maybe,
    riskOfNotActing: maybe,
    actionsSoFar: maybe,
    options: fc.array(anyOption, { maxLength: 2 }),
    talkingPoints: fc.array(typed, { maxLength: 2 }),
    followUp: maybe,
    overrides: fc.array(anyOverride, { maxLength: 1 }),
    practice: fc.boolean(),
  })
  .map(({ practice, ...brief }) => ({
    ...fullBrief(brief.language),
    ...brief,
    ...(practice ? { practice: true as const } : {}),
  }))

import { el, entry, dayText, type Child, type Leaf, type Say } from './leaf.ts'
import type { BriefDocument, BriefOption, ConsentLimit, ToldWithout } from './model.ts'
import { knowledge, risk, situation } from './paperLines.ts'

export type { Leaf, Say } from './leaf.ts'

/**
 * The brief on paper: bottom line first, then situation, danger and wishes, confidence, limits, action, options, talking
 * points and follow-up. Marking and page numbers are in the margin boxes of the print style and, on a screen, in the band
 * above and below.
 *
 * Pure: the same document gives the same tree.
 */
export function paperOf(document: BriefDocument, say: Say): Leaf {
  const parts = [
    heading(document, say),
    bottomLine(document, say),
    situation(document, say),
    risk(document, say),
    options(document, say),
    limits(document, say),
    talkingPoints(document, say),
    known(document, say),
  ]
  return el(
    'div',
    [band(document, say, 'header'), ...parts.filter(part => part !== null), band(document, say, 'footer')],
    { class: 'paper', lang: document.language },
  )
}

/** The marking as it stands at the head and foot of every page. */
export function markingOf({ practice, marking, caveats, copy, validUntil }: BriefDocument, say: Say): string {
  const caveatText = (caveat: BriefDocument['caveats'][number]) =>
    say(`vocabulary.handlingCaveat.${caveat}`) +
    (caveat === 'destroy_after' ? ` ${dayText(validUntil, say)}` : '')
  const named = [say(`vocabulary.marking.${marking}`), ...caveats.map(caveatText)]
  const invented = practice ? [say('paper.practice')] : []
  return [...invented, ...named, say('paper.copy', { copy })].join(say('paper.separator'))
}

/** The page number at the foot of every page: what stands before it, between it and the number of pages, and after. */
export function pageParts(say: Say): readonly [string, string, string] {
  const [before = '', between = '', after = ''] = say('paper.pageOf', { page: '\n', pages: '\n' })
    .replaceAll(/[\u2066-\u2069]/g, '')
    .split('\n')
  return [before, between, after]
}

/**
 * Every word of the form itself, without a value in it: headings, labels and the sentences that stand on any brief. What
 * is withheld and happens to be one of these gives nothing away by standing there.
 */
export function formWords(document: BriefDocument, say: Say): string[] {
  const words: string[] = []
  const listen: Say = (key, values) => {
    words.push(say(key, values && Object.fromEntries(Object.keys(values).map(name => [name, '']))))
    return say(key, values)
  }
  paperOf(document, listen)
  listen('paper.fileTitle')
  listen('paper.pageOf', { page: '', pages: '' })
  return words
}

const band = (document: BriefDocument, say: Say, tag: 'header' | 'footer') =>
  el(tag, [markingOf(document, say)], { class: 'paper-marking' })

function heading(document: BriefDocument, say: Say): Leaf {
  const fact = (key: string, value: string) => entry([say(`paper.${key}`)], [el('bdi', [value])])
  return el('div', [
    el('h1', [say('paper.title', { code: document.caseCode })]),
    el(
      'dl',
      [
        ...fact('for', document.forRole),
        ...fact('date', dayText(document.date, say)),
        ...fact('from', document.authorRole),
        ...fact('validUntil', dayText(document.validUntil, say)),
      ],
      { class: 'paper-facts' },
    ),
    ...(document.practice ? [el('p', [el('strong', [say('paper.practice.note')])])] : []),
    el('p', [`${say('paper.alleged')} ${approval(document, say)}`], { class: 'paper-note' }),
    ...(document.overrides ?? []).flatMap(one => toldWithout(one, say)),
  ])
}

function approval({ approvedBy: role, soleApproval }: BriefDocument, say: Say): string {
  if (role === '') return say('paper.notApproved')
  return say(soleApproval ? 'paper.soleApproval' : 'paper.approvedBy', { role })
}

/** What is told without consent is said before anything else: by whose decision, and why. */
function toldWithout({ about, by, grantedBy, reason }: ToldWithout, say: Say): Leaf[] {
  const names = about.join(say('paper.comma'))
  const sentence =
    by === grantedBy
      ? say('paper.overrideByOne', { about: names, by })
      : say('paper.override', { about: names, by, grantedBy })
  return [
    el('p', [el('strong', [sentence]), ' ', el('span', [reason], { dir: 'auto' })], {
      class: 'paper-override',
    }),
  ]
}

function bottomLine({ asked, bottomLine: text, answerBy }: BriefDocument, say: Say): Leaf {
  const by = answerBy === null ? '' : ` ${say('paper.answerBy', { day: dayText(answerBy, say) })}`
  return el(
    'div',
    [el('p', [el('strong', [`${say(`paper.asked.${asked}`)}${by}`])]), el('p', [text], { dir: 'auto' })],
    { class: 'paper-bottom-line' },
  )
}

const section = (key: string, children: readonly Child[], say: Say) =>
  el('section', [el('h2', [say(`paper.part.${key}`)]), ...children])

const noted = (text: string, say: Say) => (text === '' ? say('paper.nothingNoted') : text)

/** How far it is known, what was done and what comes next. What is not known is said even when it is nothing. */
function known(document: BriefDocument, say: Say): Leaf {
  const { unknowns, stateView, actionsSoFar, followUp } = document
  const row = (key: string, text: string) => entry([say(`paper.${key}`)], [text], 'auto')
  const optional = (key: string, text: string) => (text === '' ? [] : row(key, text))
  const rows = [
    ...knowledge(document, say),
    ...row('unknowns', noted(unknowns, say)),
    ...optional('stateView', stateView),
    ...optional('actions', actionsSoFar),
    ...optional('followUp', followUp),
  ]
  return section('known', [el('dl', rows, { class: 'paper-lines' })], say)
}

function limits({ limits: rows }: BriefDocument, say: Say): Leaf {
  const list = (may: boolean) => rows.filter(row => row.may === may).map(row => el('li', limitText(row, say)))
  const part = (key: string, items: readonly Leaf[]) =>
    entry([say(`paper.${key}`)], items.length === 0 ? [say('paper.nothingAgreed')] : [el('ul', items)])
  return section(
    'limits',
    [
      el('dl', [...part('may', list(true)), ...part('mayNot', list(false))], { class: 'paper-lines' }),
      el('p', [say('paper.restIsNo')]),
    ],
    say,
  )
}

function limitText(row: ConsentLimit, say: Say): Child[] {
  const conditions = row.conditions
    .map(condition => say(`vocabulary.condition.${condition}`))
    .join(say('paper.comma'))
  const content =
    row.facts.length > 0
      ? row.facts.map(fact => say(`consent.fact.${fact}`)).join(say('paper.comma'))
      : say(`vocabulary.scopeOfContent.${row.scope}`)
  const words = [
    say(`vocabulary.purpose.${row.purpose}`),
    say('paper.toWhom', {
      recipient: say(`vocabulary.recipientClass.${row.recipient}`),
      channel: say(`vocabulary.channel.${row.channel}`),
    }),
    say(`vocabulary.identityLevel.${row.identityLevel}`),
    content,
    ...(conditions === '' ? [] : [say('paper.onCondition', { conditions })]),
    ...(row.until === null || !row.may ? [] : [say('paper.until', { day: dayText(row.until, say) })]),
  ]
  return [el('bdi', [row.about], { class: 'paper-about' }), ` ${words.join(say('paper.separator'))}`]
}

/** The courses of action and the risk of both ways; left out only when nothing is asked and nothing was written. */
function options(document: BriefDocument, say: Say): Leaf | null {
  const { asked, options: rows, riskOfActing, riskOfNotActing } = document
  if (asked === 'no_action' && rows.length === 0 && riskOfActing + riskOfNotActing === '') return null
  const sides = [
    ...entry([say('paper.riskOfActing')], [noted(riskOfActing, say)], 'auto'),
    ...entry([say('paper.riskOfNotActing')], [noted(riskOfNotActing, say)], 'auto'),
  ]
  return section(
    'options',
    [...(rows.length === 0 ? [] : [optionTable(rows, say)]), el('dl', sides, { class: 'paper-lines' })],
    say,
  )
}

const columns = ['what', 'benefit', 'risk', 'consentNeeded', 'who'] as const

function optionTable(rows: readonly BriefOption[], say: Say): Leaf {
  const head = el(
    'tr',
    columns.map(column => el('th', [say(`paper.option.${column}`)], { scope: 'col' })),
  )
  return el('table', [
    el('thead', [head]),
    el(
      'tbody',
      rows.map(row => optionRow(row, say)),
    ),
  ])
}

function optionRow(option: BriefOption, say: Say): Leaf {
  const [, ...others] = columns
  const recommended = option.recommended
    ? [el('p', [say('paper.recommended')], { class: 'paper-recommended' })]
    : []
  return el('tr', [
    el('th', [el('p', [option.what], { dir: 'auto' }), ...recommended], { scope: 'row' }),
    ...others.map(column =>
      el('td', [option[column] === '' ? say('paper.none') : option[column]], { dir: 'auto' }),
    ),
  ])
}

function talkingPoints({ talkingPoints: points }: BriefDocument, say: Say): Leaf | null {
  if (points.length === 0) return null
  return section(
    'talkingPoints',
    [
      el(
        'ul',
        points.map(point => el('li', [point], { dir: 'auto' })),
      ),
    ],
    say,
  )
}

import type { PartialDate } from '../model.ts'
import type { BriefDocument, BriefOption, ConsentLimit, DocumentLine, Piece, RiskLine } from './model.ts'

/** Looks up a sentence of the document's own language, with values for its places. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** A page as a tree: the window makes elements of it and the printer makes HTML of it, so both are the same page. */
export interface Leaf {
  readonly tag:
    | 'section'
    | 'header'
    | 'footer'
    | 'div'
    | 'p'
    | 'h1'
    | 'h2'
    | 'ul'
    | 'li'
    | 'span'
    | 'bdi'
    | 'table'
    | 'thead'
    | 'tbody'
    | 'tr'
    | 'th'
    | 'td'
    | 'dl'
    | 'dt'
    | 'dd'
    | 'blockquote'
    | 'strong'
  readonly class?: string
  readonly dir?: 'auto' | 'ltr'
  readonly lang?: string
  readonly scope?: 'col' | 'row'
  readonly children: readonly (Leaf | string)[]
}

type Child = Leaf | string
type Options = Omit<Leaf, 'tag' | 'children'>

const el = (tag: Leaf['tag'], children: readonly Child[], options: Options = {}): Leaf => ({
  tag,
  children,
  ...options,
})

/**
 * The brief on paper: bottom line first, then situation, confidence, limits, risk, action, options, talking points and
 * follow-up. Marking and page numbers are in the margin boxes of the print style and in the band above and below.
 *
 * Pure: the same document gives the same tree.
 */
export function paperOf(document: BriefDocument, say: Say): Leaf {
  const parts = [
    heading(document, say),
    bottomLine(document, say),
    situation(document, say),
    confidence(document, say),
    limits(document, say),
    risk(document, say),
    written('actions', document.actionsSoFar, say),
    options(document, say),
    talkingPoints(document, say),
    written('followUp', document.followUp, say),
  ]
  return el(
    'div',
    [band(document, say, 'header'), ...parts.filter(part => part !== null), band(document, say, 'footer')],
    {
      class: 'paper',
      lang: document.language,
    },
  )
}

/** The marking as it stands at the head and foot of every page. */
export function markingOf({ marking, caveats, copy }: BriefDocument, say: Say): string {
  const named = [
    say(`vocabulary.marking.${marking}`),
    ...caveats.map(caveat => say(`vocabulary.handlingCaveat.${caveat}`)),
  ]
  return `${named.join(' · ')} — ${say('paper.copy', { copy })}`
}

const band = (document: BriefDocument, say: Say, tag: 'header' | 'footer') =>
  el(tag, [markingOf(document, say)], { class: 'paper-marking' })

function heading(document: BriefDocument, say: Say): Leaf {
  const row = (key: string, value: string) => [
    el('dt', [say(`paper.${key}`)]),
    el('dd', [el('bdi', [value])]),
  ]
  const approval = document.soleApproval
    ? say('paper.soleApproval', { role: document.approvedBy })
    : say('paper.approvedBy', { role: document.approvedBy })
  return el('div', [
    el('h1', [say('paper.title', { code: document.caseCode })]),
    el(
      'dl',
      [
        ...row('for', document.forRole),
        ...row('from', document.authorRole),
        ...row('date', document.date),
        ...row('validUntil', document.validUntil),
      ],
      { class: 'paper-facts' },
    ),
    el('p', [`${say('paper.alleged')} ${approval}`], { class: 'paper-note' }),
  ])
}

function bottomLine({ asked, bottomLine: text, answerBy }: BriefDocument, say: Say): Leaf {
  const by = answerBy === null ? '' : ` ${say('paper.answerBy', { day: answerBy })}`
  return el(
    'div',
    [el('p', [el('strong', [`${say(`brief.asked.${asked}`)}.${by}`])]), el('p', [text], { dir: 'auto' })],
    { class: 'paper-bottom-line' },
  )
}

const section = (key: string, children: readonly Child[], say: Say) =>
  el('section', [el('h2', [say(`paper.part.${key}`)]), ...children])

const written = (key: string, text: string, say: Say): Leaf | null =>
  text === '' ? null : section(key, [el('p', [text], { dir: 'auto' })], say)

function situation({ lines }: BriefDocument, say: Say): Leaf {
  return section(
    'situation',
    [
      factList(
        lines.filter(line => !isRest(line)),
        say,
      ),
    ],
    say,
  )
}

/** What stands under risk rather than under the situation. */
const isRest = (line: DocumentLine) => line.label === 'brief.line.risk' || line.label === 'brief.line.ownView'

function factList(lines: readonly DocumentLine[], say: Say): Leaf {
  const rows = lines.flatMap(line => [
    el('dt', [
      say(line.label),
      ...(line.about === '' ? [] : [' ', el('bdi', [line.about], { class: 'paper-about' })]),
    ]),
    el('dd', 'said' in line ? said(line, say) : [withheld(say)]),
  ])
  return el('dl', rows, { class: 'paper-lines' })
}

const withheld = (say: Say) => el('span', [say('paper.withheld')], { class: 'paper-withheld' })

/** The person's own words are quoted as they are; everything else is one sentence of parts. */
function said(line: DocumentLine & { readonly said: readonly Piece[] }, say: Say): Child[] {
  if (line.label === 'brief.line.wishes')
    return line.said.map(piece => el('blockquote', [pieceText(piece, say)], { dir: 'auto' }))
  const pieces = line.said.map(piece => el('bdi', [pieceText(piece, say)]))
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [say('paper.separator'), piece]))
}

function pieceText(piece: Piece, say: Say): string {
  if ('text' in piece) return piece.text
  return 'code' in piece ? say(piece.code) : dateText(piece.date, say)
}

/** A date as it was said, with the days it was understood to mean when that is less than exact. */
export function dateText({ said: words, precision, from, to }: PartialDate, say: Say): string {
  if (precision === 'unknown' || from === null || to === null) return say('date.unknown')
  if (precision === 'day') return from
  return say('date.said', { said: words, from, to })
}

function confidence({ unknowns, stateView }: BriefDocument, say: Say): Leaf {
  const row = (key: string, text: string) => [
    el('dt', [say(`paper.${key}`)]),
    el('dd', [text === '' ? say('paper.nothingNoted') : text], { dir: 'auto' }),
  ]
  const rows = [
    el('dt', [say('paper.verification')]),
    el('dd', [say('paper.notAssessed')]),
    ...row('unknowns', unknowns),
    ...row('stateView', stateView),
  ]
  return section('confidence', [el('dl', rows, { class: 'paper-lines' })], say)
}

function limits({ limits: rows }: BriefDocument, say: Say): Leaf {
  const list = (may: boolean) =>
    rows.filter(row => row.may === may).map(row => el('li', [limitText(row, say)]))
  const part = (key: string, items: readonly Leaf[]) => [
    el('p', [el('strong', [say(`paper.${key}`)])]),
    items.length === 0 ? el('p', [say('paper.nothingAgreed')]) : el('ul', items),
  ]
  return section(
    'limits',
    [...part('may', list(true)), ...part('mayNot', list(false)), el('p', [say('paper.restIsNo')])],
    say,
  )
}

function limitText(row: ConsentLimit, say: Say): string {
  const conditions = row.conditions.map(condition => say(`vocabulary.condition.${condition}`)).join(', ')
  const content =
    row.facts.length > 0
      ? row.facts.map(fact => say(`consent.fact.${fact}`)).join(', ')
      : say(`vocabulary.scopeOfContent.${row.scope}`)
  return [
    `${row.about}: ${say(`vocabulary.purpose.${row.purpose}`)}`,
    say(`vocabulary.recipientClass.${row.recipient}`),
    say(`vocabulary.channel.${row.channel}`),
    say(`vocabulary.identityLevel.${row.identityLevel}`),
    content,
    ...(conditions === '' ? [] : [say('paper.onCondition', { conditions })]),
    ...(row.until === null ? [] : [say('paper.until', { day: row.until })]),
  ].join(say('paper.separator'))
}

function risk(document: BriefDocument, say: Say): Leaf {
  const side = (key: string, text: string) => [
    el('dt', [say(`paper.${key}`)]),
    el('dd', [text === '' ? say('paper.nothingNoted') : text], { dir: 'auto' }),
  ]
  return section(
    'risk',
    [
      ...document.risks.map(line => riskBlock(line, say)),
      factList(document.lines.filter(isRest), say),
      el(
        'dl',
        [
          ...side('riskOfActing', document.riskOfActing),
          ...side('riskOfNotActing', document.riskOfNotActing),
        ],
        {
          class: 'paper-lines',
        },
      ),
    ],
    say,
  )
}

/** Our view and the person's, side by side; a difference of two bands is a sentence. */
function riskBlock({ about, band: ours, assessedOn, ownView, differs }: RiskLine, say: Say): Leaf {
  const theirs =
    ownView === null
      ? [withheld(say)]
      : 'none' in ownView
        ? [say(`answer.${ownView.none}`)]
        : ownWords(ownView.value, say)
  return el(
    'div',
    [
      el(
        'div',
        [
          el('p', [say('paper.ourView', { about })], { class: 'paper-side' }),
          el('p', [el('strong', [say(`risk.band.${ours}`)]), ` (${assessedOn})`]),
        ],
        { class: 'paper-view' },
      ),
      el('div', [el('p', [say('paper.theirView', { about })], { class: 'paper-side' }), ...theirs], {
        class: 'paper-view',
      }),
      ...(differs ? [el('p', [say('risk.differs')], { class: 'paper-differs' })] : []),
    ],
    { class: 'paper-views' },
  )
}

function ownWords(
  view: {
    readonly band: string
    readonly words: string
    readonly language: string | null
    readonly translation: string
  },
  say: Say,
): Child[] {
  const quote = (text: string) => (text === '' ? [] : [el('blockquote', [text], { dir: 'auto' })])
  return [
    el('p', [el('strong', [say(`risk.band.${view.band}`)])]),
    ...quote(view.words),
    ...quote(view.translation),
  ]
}

function options({ options: rows }: BriefDocument, say: Say): Leaf | null {
  if (rows.length === 0) return null
  const columns = ['what', 'benefit', 'risk', 'consentNeeded', 'who'] as const
  const head = el(
    'tr',
    columns.map(column => el('th', [say(`brief.option.${column}`)], { scope: 'col' })),
  )
  const row = (option: BriefOption) =>
    el('tr', [
      el(
        'th',
        [option.what, ...(option.recommended ? [' ', el('strong', [say('paper.recommended')])] : [])],
        {
          scope: 'row',
          dir: 'auto',
        },
      ),
      ...columns.slice(1).map(column => el('td', [String(option[column])], { dir: 'auto' })),
    ])
  return section('options', [el('table', [el('thead', [head]), el('tbody', rows.map(row))])], say)
}

function talkingPoints({ talkingPoints: points }: BriefDocument, say: Say): Leaf | null {
  return points.length === 0
    ? null
    : section(
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

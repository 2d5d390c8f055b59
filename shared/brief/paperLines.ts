import { dateText, dayText, el, entry, inLine, withheld, type Child, type Leaf, type Say } from './leaf.ts'
import type { BriefDocument, DocumentLine, Piece, RiskLine } from './model.ts'

/** What is alleged to have happened, and to whom: one entry for each person, contact, act and perpetrator. */
export function situation({ lines }: BriefDocument, say: Say): Leaf {
  const rows = lines.filter(line => !isOfDanger(line) && !isOfKnowledge(line))
  return el('section', [el('h2', [say('paper.part.situation')]), entries(rows, say)])
}

/** The danger as we see it and as the person sees it, side by side, and what the person asks for beside our view. */
export function risk(document: BriefDocument, say: Say): Leaf {
  const { lines, risks } = document
  const beside = new Set(risks.map(({ about }) => about))
  const rest = lines.filter(line => isOfDanger(line) && !beside.has(line.about))
  return el('section', [
    el('h2', [say('paper.part.risk')]),
    ...risks.map(one => views(one, lines, say)),
    ...(rest.length === 0 ? [] : [entries(rest, say)]),
  ])
}

const ofDanger = ['risk', 'ownView', 'wishes'].map(field => `brief.line.${field}`)
const isOfDanger = ({ label }: DocumentLine) => ofDanger.includes(label)

const ofKnowledge = ['verification', 'sources', 'proof'].map(field => `brief.line.${field}`)
const isOfKnowledge = ({ label }: DocumentLine) => ofKnowledge.includes(label)

/** How far each claim was checked and, apart from that, how reliable its sources are; then the standard reached. */
export function knowledge({ lines }: BriefDocument, say: Say): Leaf[] {
  const of = (field: string) => lines.filter(({ label }) => label === `brief.line.${field}`)
  const [checked, sources, proof] = [of('verification'), of('sources'), of('proof')]
  const codes = [...new Set([...checked, ...sources].map(({ about }) => about))]
  const isAbout = (code: string) => (line: DocumentLine) => line.about === code
  const claims = codes.map(code =>
    el('li', [
      el('bdi', [code], { class: 'paper-about' }),
      ...checked.filter(isAbout(code)).flatMap(line => [' ', ...inLine(shortPieces(line, true, say), say)]),
      ...sources.filter(isAbout(code)).flatMap(line => ofSources(line, say)),
    ]),
  )
  return [
    ...entry(
      [say('paper.verification')],
      claims.length === 0 ? [say('paper.notAssessed')] : [el('ul', claims)],
    ),
    ...proof.flatMap(line => entry([say('paper.proof')], inLine(shortPieces(line, true, say), say))),
  ]
}

const ofSources = (line: DocumentLine, say: Say): Child[] => [
  say('paper.separator'),
  say('paper.sources'),
  ' ',
  ...inLine(shortPieces(line, true, say), say),
]

/** Lines that say more about the thing the line before them named. */
const further = [
  'name',
  'roles',
  'profile',
  'region',
  'situation',
  'actRegion',
  'account',
  'perpetratorText',
].map(field => `brief.line.${field}`)

function entries(lines: readonly DocumentLine[], say: Say): Leaf {
  const groups: DocumentLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && further.includes(line.label) && last[0]?.about === line.about) last.push(line)
    else groups.push([line])
  }
  return el(
    'dl',
    groups.flatMap(group => groupEntry(group, say)),
    { class: 'paper-lines' },
  )
}

function groupEntry(group: readonly DocumentLine[], say: Say): Leaf[] {
  const [first] = group
  if (!first) return []
  const term = [
    say(first.label),
    ...(first.about === '' ? [] : [' ', el('bdi', [first.about], { class: 'paper-about' })]),
  ]
  const short = group.filter(line => !isInWords(line)).flatMap(line => shortPieces(line, line === first, say))
  const long = group.filter(isInWords).map(line => inWords(line, say))
  return entry(term, [...(short.length === 0 ? [] : [el('p', inLine(short, say))]), ...long])
}

type Said = DocumentLine & { readonly said: readonly Piece[] }

const told = ['account', 'perpetratorText', 'wishes', 'ownView'].map(field => `brief.line.${field}`)

/** What was said in words of one's own stands as a paragraph of its own. */
const isInWords = (line: DocumentLine): line is Said => 'said' in line && told.includes(line.label)

function shortPieces(line: DocumentLine, isFirst: boolean, say: Say): Leaf[] {
  // Only what somebody typed may begin in another direction than the form around it.
  if ('said' in line)
    return line.said.map(piece => el('text' in piece ? 'bdi' : 'span', [pieceText(piece, say)]))
  return [
    el('span', isFirst ? [withheld(say)] : [say(line.label), ' ', withheld(say)], { class: 'paper-item' }),
  ]
}

function inWords({ label, said }: Said, say: Say): Leaf {
  const tag = label === 'brief.line.wishes' || label === 'brief.line.ownView' ? 'blockquote' : 'p'
  return el(
    'div',
    said.map(piece => el('text' in piece ? tag : 'p', [pieceText(piece, say)], { dir: 'auto' })),
  )
}

function pieceText(piece: Piece, say: Say): string {
  if ('text' in piece) return piece.text
  return 'code' in piece ? say(piece.code) : dateText(piece.date, say)
}

/** A difference of two bands is a sentence of its own. */
function views(one: RiskLine, lines: readonly DocumentLine[], say: Say): Leaf {
  const { about, band, assessedOn, differs } = one
  const ours = [
    el('p', [el('strong', [say(`risk.band.${band}`)])]),
    el('p', [say('paper.assessedOn', { day: dayText(assessedOn, say) })], { class: 'paper-side' }),
  ]
  return el(
    'div',
    [
      side(say('paper.ourView', { about }), ours),
      el('div', [side(say('paper.theirView', { about }), ownView(one, say)), ...wish(about, lines, say)]),
      ...(differs ? [el('p', [say('paper.differs', { about })], { class: 'paper-differs' })] : []),
    ],
    { class: 'paper-views' },
  )
}

const side = (title: string, children: readonly Child[]) =>
  el('div', [el('p', [title], { class: 'paper-side' }), ...children])

function ownView({ ownView: answer }: RiskLine, say: Say): Leaf[] {
  if (answer === null) return [el('p', [withheld(say)])]
  if ('none' in answer) return [el('p', [say(`answer.${answer.none}`)])]
  const { band, words, translation } = answer.value
  return [el('p', [el('strong', [say(`risk.band.${band}`)])]), ...quotes([words, translation])]
}

/** The words as they were said, and beside them a working translation. */
function quotes(texts: readonly string[]): Leaf[] {
  const said = texts.filter(text => text !== '')
  if (said.length === 0) return []
  return [
    el(
      'div',
      said.map(text => el('blockquote', [text], { dir: 'auto' })),
      { class: 'paper-quotes' },
    ),
  ]
}

function wish(about: string, lines: readonly DocumentLine[], say: Say): Leaf[] {
  const line = lines.find(one => one.label === 'brief.line.wishes' && one.about === about)
  if (!line) return []
  const words =
    'said' in line ? quotes(line.said.map(piece => pieceText(piece, say))) : [el('p', [withheld(say)])]
  return [side(say('paper.wish', { about }), words)]
}

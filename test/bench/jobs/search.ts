import { forReading, prepare } from '../../../main/db/handles.ts'
import { foundOf, type Found, type Job } from '../job.ts'
import { compare, given } from '../measure.ts'
import type { Office } from '../office.ts'
import { probes } from '../vault/probes.ts'
import { rowsOf } from '../vault/rows.ts'

const newest = `SELECT rowid, snippet(bench_text, 0, '[', ']', '…', 12) AS said FROM bench_text
  WHERE bench_text MATCH ? ORDER BY rowid DESC LIMIT 50`

/** The same where signs stand apart, because a word of plain FTS5 ends where a space is. */
const newestSigns = newest.replaceAll('bench_text', 'bench_signs')

interface Asked {
  /** What is typed. */
  readonly words: string
  /** What plain FTS5 is asked for. */
  readonly match: string
  readonly signs?: boolean
}

async function typing(office: Office, { words, match, signs = false }: Asked): Promise<Found> {
  const { get } = await office.desk()
  const db = forReading(office.plain())
  const reference = () => prepare<[string]>(db, signs ? newestSigns : newest).all(match)
  const ours = () => get('search.find', { words, kinds: [], states: [], after: null })
  const pair = await compare({ ours, reference }, { rounds: office.rounds, times: 30 })
  return foundOf(pair, { 'found at once': (await ours()).hits.length })
}

const typed = (what: string, asked: Asked): Job => ({
  name: `search as you type: ${what}`,
  beside: 'plain FTS5, the newest 50 with excerpts',
  unit: 'ms',
  goal: 1.5,
  most: 30,
  grows: true,
  why: 'ours looks through ten kinds of text and counts a thousand of them, reads each excerpt from its row, and answers through the door, which alone takes as long as a rare word does in plain FTS5; plain looks through one kind and counts nothing.',
  run: office => typing(office, asked),
})

/** How many of what must be found is not. */
async function missed(office: Office): Promise<Found> {
  const { get } = await office.desk()
  let missing = 0
  for (const [n, { typed: words }] of probes.entries()) {
    const { hits } = await get('search.find', { words, kinds: [], states: [], after: null })
    if (!hits.some(({ caseId }) => caseId === rowsOf(n, office.count).file.id)) {
      missing++
      office.say(`    not found: ${probes[n]?.what ?? ''}`)
    }
  }
  return { ours: given(missing), reference: null }
}

export const searchJobs: readonly Job[] = [
  typed('a common word', { words: 'letter', match: 'letter' }),
  typed('a rare word', { words: 'qwirlbank', match: 'qwirlbank' }),
  typed('the beginning of a word', { words: 'off', match: 'off*' }),
  typed('several words', { words: 'office letter witness', match: 'office letter witness' }),
  typed('Arabic', { words: 'اجتماع', match: 'اجتماع' }),
  typed('Arabic typed with marks', { words: 'اِجْتِماع', match: 'اجتماع' }),
  typed('Cyrillic', { words: 'письмо', match: 'письмо' }),
  typed('Chinese', { words: '会议', match: '"会 议"', signs: true }),
  typed('a name in another script', { words: 'zhmarozkina', match: 'жмарозкина' }),
  {
    name: 'search: of 24 probes, not found',
    beside: 'none',
    unit: 'probes',
    goal: null,
    most: 0,
    run: missed,
  },
]

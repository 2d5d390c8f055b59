import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Found, Job, LeftOut } from '../job.ts'
import { alone, sampleOf, timed } from '../measure.ts'
import type { Office } from '../office.ts'
import { rowsOf } from '../vault/rows.ts'

/*
 * KeePassXC: what somebody alone would keep confidential notes in. Its file is opened and, for a change, written anew each
 * time; its command line is the only way to do that without a person.
 */

const password = 'lamp river window'
const tool = 'keepassxc-cli'

const keepass = (args: readonly string[], times = 1): void => {
  const input = `${password}\n`.repeat(times)
  if (spawnSync(tool, args, { input, stdio: ['pipe', 'ignore', 'ignore'] }).status !== 0)
    throw new Error(`${tool} failed`)
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const uuid = (text: string) => createHash('md5').update(text).digest('base64')

const field = (key: string, value: string) =>
  `<String><Key>${key}</Key><Value>${escaped(value)}</Value></String>`

const entry = ({ file }: ReturnType<typeof rowsOf>) =>
  `<Entry><UUID>${uuid(file.id)}</UUID>${field('Title', file.code)}${field('Notes', file.account)}</Entry>`

/** A file of KeePassXC with an entry a case, made once. */
function entriesOf(office: Office): string | LeftOut {
  if (spawnSync(tool, ['--version']).status !== 0) return { leftOut: `${tool} is not on this machine` }
  if (office.count > 100_000) return { leftOut: 'KeePassXC is given at most 100,000 entries' }
  const path = join(dirname(office.made.vault), 'entries.kdbx')
  if (existsSync(path)) return path
  const xml = join(office.root, 'entries.xml')
  const entries = Array.from({ length: office.count }, (_, n) => entry(rowsOf(n, office.count)))
  writeFileSync(
    xml,
    `<?xml version="1.0" encoding="UTF-8"?><KeePassFile><Meta><Generator>bench</Generator></Meta><Root><Group><UUID>${uuid('root')}</UUID><Name>Root</Name>${entries.join('')}</Group></Root></KeePassFile>`,
  )
  keepass(['import', '-q', '-p', '-t', '100', xml, `${path}.new`], 2)
  copyFileSync(`${path}.new`, path)
  rmSync(`${path}.new`)
  rmSync(xml)
  return path
}

const roundsFor = ({ count, rounds }: Office) => (count > 20_000 ? 2 : Math.min(3, rounds))

async function theirs(
  office: Office,
  args: (path: string, round: number) => readonly string[],
): Promise<Found['ours'] | LeftOut> {
  const made = entriesOf(office)
  if (typeof made !== 'string') return made
  const path = join(office.root, 'entries.kdbx')
  copyFileSync(made, path)
  const took: number[] = []
  for (let round = 0; round < roundsFor(office); round++)
    took.push(await timed(() => keepass(args(path, round))))
  return sampleOf(took)
}

export const peerJobs: readonly Job[] = [
  {
    name: 'add a case',
    beside: 'KeePassXC: open, add an entry, save',
    unit: 'ms',
    goal: 0.001,
    grows: true,
    why: 'the goal is for 100,000 cases; with fewer, KeePassXC has less to write anew.',
    async run(office) {
      const { get } = await office.desk()
      const { file } = rowsOf(office.count + 1, office.count)
      const { id: _i, code: _c, state: _s, startedAt: _a, changedAt: _b, ...intake } = file
      const ours = await alone(() => get('case.start', { intake, fileId: null }), 50)
      const reference = await theirs(office, (path, n) => [
        'add',
        '-q',
        '--notes',
        file.account,
        path,
        `new ${n}`,
      ])
      return 'leftOut' in reference ? reference : { ours, reference }
    },
  },
  {
    name: 'search, with the vault open',
    beside: 'KeePassXC: open, search',
    unit: 'ms',
    goal: 0.001,
    why: 'the goal is for 100,000 cases; with fewer, KeePassXC has less to open.',
    async run(office) {
      const { get } = await office.desk()
      const search = () => get('search.find', { words: 'qwirlbank', kinds: [], states: [], after: null })
      const ours = await alone(search, 100)
      const reference = await theirs(office, path => ['search', '-q', path, 'qwirlbank'])
      return 'leftOut' in reference ? reference : { ours, reference }
    },
  },
]

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plant } from '../e2e/steps/planted.ts'
import { searchFor } from '../e2e/steps/search.ts'
import type { Found, Search } from '../e2e/steps/search.ts'
import { canTrace, trace } from '../slow/trace.ts'
import type { Traced } from '../slow/trace.ts'
import { added } from './frame.ts'
import type { Budget, Outcome } from './frame.ts'
import { oddities } from './rest/entropy.ts'
import { canMount, newImage, rawBlocks } from './rest/image.ts'
import type { Image } from './rest/image.ts'

/* Nothing in clear on the disk and nothing on the wire: one life of the program in a real window, watched from outside. */

interface Said {
  readonly room: string
  readonly desk: string
  readonly planted: number
  readonly secrets: readonly string[]
}

interface Lived {
  readonly traced: Traced
  readonly said: Said
  readonly search: Search
  /** `null` where nobody may mount a disk. */
  readonly image: Image | null
  readonly packets: { readonly packets: number; readonly control: number } | null
}

const life = join(import.meta.dirname, 'rest/life.ts')
const inside = join(import.meta.dirname, 'rest/inside.sh')

async function live({ parent, say }: Budget): Promise<Lived> {
  const planted = plant()
  const desk = join(parent, 'desks')
  mkdirSync(desk)
  const image = canMount() ? newImage(parent, { megabytes: 384 }) : null
  if (!image)
    say('  no disk and no network of its own here (that takes root): only what is written is watched.')
  const counted = join(parent, 'packets.json')
  const before = image ? ['unshare', '-mn', inside, image.file, image.at, counted] : []
  const traced = await trace(process.execPath, [life, planted.beginning, desk], before)
  const lines = traced.stdout.trim().split('\n')
  if (traced.status !== 0) throw new Error(`the story was not told to its end: ${lines.at(-1) ?? ''}`)
  const said = JSON.parse(lines.at(-1) ?? '{}') as Said
  const search = searchFor([planted.beginning, ...said.secrets])
  const packets = image ? (JSON.parse(readFileSync(counted, 'utf8')) as Lived['packets']) : null
  return { traced, said, search, image, packets }
}

/** Everything handed to a file by any process of ours, also to files that were deleted again. */
function written({ traced, said, search }: Lived): Outcome {
  const all = [...traced.written].flatMap(([path, bytes]) => search.bytes(bytes, path))
  // What the storyteller put on the desk in clear: the e-mail that comes in, and a file to be found.
  const given = (path: string) => path.startsWith(`${said.desk}/`) && /(\.eml|\/control)$/.test(path)
  const found = all.filter(({ path }) => !given(path))
  const controls = ['/control', '.eml'].filter(name => !all.some(({ path }) => path.endsWith(name)))
  return {
    figures: {
      files_written: traced.written.size,
      bytes_written: [...traced.written.values()].reduce((sum, { length }) => sum + length, 0),
      markers_planted: said.planted,
      markers_found: found.length,
    },
    problems: [
      ...found.map(one => `handed to a file in clear: ${places(one, said)}`),
      ...controls.map(name => `not caught: what was written in clear to ${name}`),
      ...strangePaths(traced, said),
    ],
  }
}

const places = ({ path, how }: Found, { room, desk }: Said) =>
  `${path.replace(room, 'ROOM').replace(desk, 'DESK')} (${how})`

/** Where something was created or written that nobody foresaw. */
function strangePaths({ written, created }: Traced, { room, desk }: Said): string[] {
  const foreseen = [room, desk, '/proc/', '/dev/', '/tmp/.X', '/sys/', '/var/lib/xkb/']
  return [...new Set([...written.keys(), ...created])]
    .filter(path => path.startsWith('/') && !foreseen.some(start => path.startsWith(start)))
    .map(path => `written where nobody foresaw it: ${path}`)
}

/** Every block of the disk, whether or not a file has it. */
function onDisk({ image, search, said }: Lived): Outcome {
  if (!image) return { figures: {}, problems: [] }
  const blocks = rawBlocks(image)
  const found = search.bytes(blocks, 'the raw disk')
  return {
    figures: { disk_bytes_searched: blocks.length, markers_found: found.length },
    problems: found.map(one => `on the raw disk in clear: ${places(one, said)}`),
  }
}

/** Chromium asks the kernel whether IPv6 is routed by connecting a datagram socket, on which nothing is ever sent. */
const routeQuestion = /^connect\(\d+.*(2001:4860:4860::8888|\\x32\\x30\\x30\\x31)/

function onTheWire({ traced, packets }: Lived): Outcome {
  const asked = traced.inet.filter(line => line.startsWith('socket('))
  const streams = asked.filter(line => line.includes('SOCK_STREAM'))
  const used = traced.inet.filter(line => !line.startsWith('socket(') && !routeQuestion.test(line))
  const opened = [...streams, ...used, ...traced.bound]
  return {
    figures: {
      sockets_opened: opened.length,
      datagram_sockets_asked_for: asked.length - streams.length,
      ...(packets ? { packets_sent: packets.packets, control_packets: packets.control } : {}),
    },
    problems: [
      ...opened.map(line => `a socket of the internet: ${line.slice(0, 120)}`),
      ...(packets && packets.packets > 0 ? [`${packets.packets} packets were sent`] : []),
      ...(packets?.control === 0 ? ['not caught: a packet that was sent for it to be counted'] : []),
    ],
  }
}

/** What lies on the desk for somebody who finds it: the closed vault and what left. */
function noise({ said }: Lived): Outcome {
  const files = (readdirSync(said.desk, { recursive: true }) as string[])
    .filter(name => /\.(db|age|vgb)$/.test(name))
    .map(name => readFileSync(join(said.desk, name)))
  // The lines of a package that stand before its noise end within its first block.
  const odd = files.map(bytes => oddities(bytes, 4096))
  const plain = files.filter(bytes => bytes.includes('SQLite format 3')).length
  const sums = added(odd.map(({ blocks, uneven, twice }) => ({ blocks, uneven, twice })))
  const { blocks = 0, uneven = 0, twice = 0 } = sums
  const control = oddities(Buffer.from('a text of no great length. '.repeat(1000)))
  return {
    figures: { noise_files: files.length, noise_blocks: blocks, noise_uneven: uneven, noise_twice: twice },
    problems: [
      ...(uneven + twice + plain > 0 ? ['a file that should be noise is not'] : []),
      ...(blocks === 0 ? ['not caught: any file to look at'] : []),
      ...(control.uneven === 0 || control.twice === 0 ? ['not caught: a text taken for noise'] : []),
    ],
  }
}

/** A core that was left where the program stood. */
function cores({ traced, image }: Lived): Outcome {
  const made = [...traced.created, ...traced.written.keys()].filter(path => /\/core(\.\d+)?$/.test(path))
  return {
    figures: { crashes_on_purpose: 2, dumps_left: made.length },
    problems: made.map(() => `a crash left its memory on the disk${image ? '' : ' of this machine'}`),
  }
}

/** One life, watched at the disk, at the wire and from what is left. */
export async function runRest(budget: Budget): Promise<Outcome> {
  if (!canTrace()) {
    budget.say('  strace may not run here: nothing was watched.')
    return { figures: { not_watched: 1 }, problems: [] }
  }
  const lived = await live(budget)
  const all = [written, onDisk, onTheWire, noise, cores].map(look => look(lived))
  const figures = added(all.map(one => one.figures))
  budget.say(
    `  ${figures['markers_planted']} words planted, ${figures['markers_found']} found; ` +
      `${figures['sockets_opened']} sockets, ${figures['packets_sent'] ?? 'no'} packets`,
  )
  return { figures, problems: all.flatMap(one => one.problems) }
}

const dumping = `const words = process.argv[1]; process.abort()`

/** What must be seen: a word in a deleted file on such a disk, and a word in the memory of a program that crashed. */
export async function restControl({ parent, say }: Budget): Promise<Outcome> {
  if (!canMount()) return { figures: {}, problems: [] }
  const planted = plant()
  const image = newImage(parent, { megabytes: 384 })
  const there = join(image.at, 'tmp/there')
  const script = join(parent, 'control.sh')
  writeFileSync(
    script,
    `ulimit -c unlimited\ncd ${join(image.at, 'tmp')}\necho ${planted.at('deleted')} > ${there}; sync; rm ${there}\n` +
      `"$1" -e '${dumping}' ${planted.at('crashed')}\nls\n`,
  )
  const counted = join(parent, 'packets.json')
  const args = ['-mn', inside, image.file, image.at, counted, 'sh', script, process.execPath]
  const { stdout } = spawnSync('unshare', args, { encoding: 'utf8' })
  const blocks = rawBlocks(image)
  const caught = (place: string) => searchFor([planted.at(place)]).bytes(blocks, place).length > 0
  const isDumping = stdout.includes('core')
  say(`  a word in a deleted file: ${caught('deleted') ? 'caught' : 'missed'}`)
  return {
    figures: { control_caught: Number(caught('deleted')) + Number(isDumping && caught('crashed')) },
    problems: [
      ...(caught('deleted') ? [] : ['not caught: a word in a deleted file']),
      ...(isDumping && !caught('crashed') ? ['not caught: a word in a dump'] : []),
    ],
  }
}

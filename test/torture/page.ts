import { about, wordsFor } from './about.ts'
import type { Result } from './frame.ts'
import type { Machine } from './machine.ts'

/** One run of the whole torture, as it is kept. */
export interface Run {
  readonly seconds: number
  readonly seed: number
  readonly machine: Machine
  readonly figures: Readonly<Record<string, number>>
  readonly parts: Readonly<Record<string, Result>>
  readonly problems: readonly string[]
}

const number = (value: number) => value.toLocaleString('en-US')

const table = (figures: Readonly<Record<string, number>>): string[] => [
  '| What | Figure |',
  '|---|---:|',
  ...Object.entries(figures).map(([name, value]) => `| ${wordsFor(name)} | ${number(value)} |`),
]

function partOf(name: string, result: Result): string[] {
  const { what, limits } = about(name)
  return [
    `## ${name}`,
    '',
    what,
    '',
    `${number(result.rounds)} rounds in ${number(result.seconds)} seconds.`,
    '',
    ...table(result.figures),
    '',
    ...(limits === '' ? [] : [`What this does not show: ${limits}`, '']),
  ]
}

/** `docs/reliability.md`, wholly made from one run: nobody edits it by hand. */
export function page({ seconds, seed, machine, figures, parts, problems }: Run): string {
  const { system, processor, cores, memoryGb, node } = machine
  return [
    '# How reliability is shown',
    '',
    'Made by `script/torture --markdown docs/reliability.md`. Do not edit: run it again.',
    '',
    `${number(seconds)} seconds, seed ${seed}, on ${system}, ${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}.`,
    'A part repeats with new seeds until its share of the time is used. A part that could pass by not looking also runs with a',
    'flaw built in that it must catch (the rows that begin with “Control”); a flaw that is missed counts as a problem.',
    '',
    problems.length === 0
      ? '**No problem was found.**'
      : `**Problems found: ${number(problems.length)}.** They stand at the end.`,
    '',
    '## All of it',
    '',
    ...table(figures),
    '',
    ...Object.entries(parts).flatMap(([name, result]) => partOf(name, result)),
    ...(problems.length === 0 ? [] : ['## Problems', '', ...problems.map(problem => `- ${problem}`), '']),
  ].join('\n')
}

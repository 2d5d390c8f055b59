import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isFault, readPatterns } from '../../main/practice/file.ts'
import type { FileFault } from '../../main/practice/file.ts'
import type { ScenarioResult } from './result.ts'
import { runScenarios } from './run.ts'

/** Run by script/scenarios: reads a list of patterns, loads each through the door and says what would become of it. */

const faults: Readonly<Record<FileFault['fault'], (where: number) => string>> = {
  'not-yaml': where => `it is not YAML; look at line ${where}.`,
  'not-a-list': () => 'it must be a list of patterns: each begins with "- id: ".',
  'not-a-mapping': where => `its pattern number ${where} has no fields.`,
}

function said(why: string): never {
  console.error(why)
  process.exit(1)
}

/** The script has moved to the project; paths are meant from where it was called. */
const fromHere = (path: string) => resolve(process.env['VIGIL_FROM'] ?? '.', path)

function textOf(path: string): string {
  try {
    return readFileSync(fromHere(path), 'utf8')
  } catch {
    return said(`${path} cannot be read: there is no such file, or it may not be opened.`)
  }
}

function write(path: string, results: readonly ScenarioResult[]): void {
  try {
    writeFileSync(fromHere(path), `${JSON.stringify(results, null, 2)}\n`)
  } catch {
    said(`${path} cannot be written.`)
  }
}

const yes = (value: boolean) => (value ? 'yes' : 'no')

function rowOf(result: ScenarioResult): string[] {
  const gates = [...new Set(result.shutGates.map(({ gate }) => gate))].join(' ')
  return [
    result.id,
    result.scopeOutcome,
    `${yes(result.inSystemwideScope)}/${yes(result.inSgReportScope)}`,
    `${yes(result.intimidation)}/${yes(result.reprisal)}`,
    result.linkGrade ?? '-',
    gates || 'none',
    result.disposition,
    result.patternDisposition ?? '-',
    String(result.unknownCodes.length),
  ]
}

const heads = [
  'id',
  'scope',
  'un/report',
  'intim/repr',
  'link',
  'shut gates',
  'allows',
  'pattern says',
  'unknown',
]

function print(results: readonly ScenarioResult[]): void {
  const rows = [heads, ...results.map(rowOf)]
  const widths = heads.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  for (const { id, unknownCodes } of results)
    for (const { field, code } of unknownCodes) console.log(`${id}: "${code}" in ${field} stands in no list.`)
  console.log(`${results.length} patterns loaded.`)
}

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
  } catch {
    return said('Usage: script/scenarios FILE.yaml [--json OUT]')
  }
}

const { positionals, values } = asked()
const [file] = positionals
if (file === undefined || positionals.length > 1) said('Usage: script/scenarios FILE.yaml [--json OUT]')
const patterns = readPatterns(textOf(file))
if (isFault(patterns)) said(`${file} cannot be read: ${faults[patterns.fault](patterns.where)}`)
const results = await runScenarios(patterns)
if (values.json !== undefined) write(values.json, results)
print(results)

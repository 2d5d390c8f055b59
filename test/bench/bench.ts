import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'
import { newOffice } from './office.ts'

/*
 * The program behind script/bench. Absolute times drift from hour to hour; the ratio to something taken in the same run is
 * what counts. A limit in milliseconds is what a person would notice.
 */

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    cases: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
})

const digits = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2)

const columns = [44, 12, 12, 8, 8, 8] as const
const line = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(columns[0]) : cell.padStart(columns[i] ?? 8))).join(' ')

const folder = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
try {
  const count = Number(values.cases)
  console.log(`${count} cases, medians of ${values.rounds} rounds`)
  const office = await newOffice(folder, { count, rounds: Number(values.rounds) })
  console.log(line(['', 'Vigil', 'beside', 'ratio', 'goal', '']))
  const results = []
  for (const { name, beside, unit, goal, run } of benchmarks) {
    if (values.only && !name.includes(values.only)) continue
    const found = await run(office)
    if (!found) {
      console.log(`${line([name])}  left out: ${beside} is not here`)
      continue
    }
    const ratio = found.ours / found.beside
    const verdict = ratio <= goal ? 'met' : 'MISSED'
    const cells = [name, `${digits(found.ours)} ${unit}`, `${digits(found.beside)} ${unit}`]
    console.log(line([...cells, digits(ratio), `≤ ${goal}`, verdict]))
    console.log(`    beside ${beside}`)
    results.push({ name, beside, unit, goal, took: found, ratio, verdict })
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ count, results }, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

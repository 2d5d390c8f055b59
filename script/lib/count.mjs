// Run by script/test at the end: adds up the reports (a part of the torture counts as one test), names the steps that
// failed, ends with 1 if any did.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, ...failedSteps] = process.argv.slice(2)

/** A runner that left no report did not finish: that is one failure. */
function read(project) {
  const path = join(folder, `${project}.json`)
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const failed = numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites))
  return { passed: numPassedTests, failed }
}

/** A part of the torture with problems failed. */
function readTorture() {
  const path = join(folder, 'torture.json')
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const parts = Object.values(JSON.parse(readFileSync(path, 'utf8')).parts)
  const failed = parts.filter(({ problems }) => problems.length > 0).length
  return { passed: parts.length - failed, failed }
}

const counts = [...['unit', 'e2e'].map(read), readTorture()]
const sum = key => counts.reduce((total, count) => total + count[key], 0)
const otherSteps = failedSteps.filter(step => !['unit', 'e2e', 'torture'].includes(step))
const failed = sum('failed') + otherSteps.length

if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`)
console.log(`${sum('passed')} passed, ${failed} failed`)
process.exitCode = failed === 0 && failedSteps.length === 0 ? 0 : 1

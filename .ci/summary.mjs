// Prints "N passed, N failed", and how many were skipped, for vitest's JSON report; lint and type check count as one failure where they failed.
import { readFileSync } from 'node:fs'

const [report, failed] = process.argv.slice(2)
let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
try {
  counts = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  console.log('no test report was written')
}
const failures = Math.max(counts.numFailedTests, Number(failed))
const skipped = counts.numPendingTests ? `, ${counts.numPendingTests} skipped` : ''
console.log(`${counts.numPassedTests} passed, ${failures} failed${skipped}`)
process.exit(failures || counts.numPassedTests === 0 ? 1 : 0)

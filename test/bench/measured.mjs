// Loaded into a process that is measured (`node --import`): at its end, a line of JSON with what it took, in the file that MEASURED names.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  writeFileSync(process.env['MEASURED'], JSON.stringify({ cpu: (user + system) / 1e6, peak: maxRSS / 1024 }))
})

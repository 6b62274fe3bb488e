import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The command line is tested as it is built from what stands here now; types are built by `npm ci` and `npm run prepare`. */
export default function build(): void {
  execFileSync(process.execPath, ['build/build.mjs', ...(existsSync('dist/types') ? ['--js'] : [])], { stdio: 'inherit' })
}

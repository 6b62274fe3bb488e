import { execFileSync } from 'node:child_process'

/** The command line is tested as it is built from what stands here now. */
export default function build(): void {
  execFileSync(process.execPath, ['build/build.mjs', '--js'], { stdio: 'inherit' })
}

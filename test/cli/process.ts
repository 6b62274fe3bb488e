import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const CLI = resolve('dist/claimtrace.js')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  /** Lines of standard error. */
  readonly stderr: readonly string[]
}

interface How {
  readonly cwd: string
  readonly stdin?: string | Buffer
  /** Asked every few milliseconds; when it says yes, the process gets a SIGINT, as from Ctrl-C. */
  readonly killWhen?: () => boolean
  /** A shell redirection such as `> /dev/full`. */
  readonly redirect?: string
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command line as a process of its own. */
export function claimtrace(args: readonly string[], { cwd, stdin, killWhen, redirect, env: more }: How): Promise<Ran> {
  return new Promise((done, failed) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...more }
    const child = redirect
      ? spawn('sh', ['-c', `exec "$@" ${redirect}`, 'sh', process.execPath, CLI, ...args], { cwd, env })
      : spawn(process.execPath, [CLI, ...args], { cwd, env })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    const watch = setInterval(() => {
      if (!killWhen?.()) return
      clearInterval(watch)
      child.kill('SIGINT')
    }, 5)
    child.on('error', failed)
    child.on('close', (code) => {
      clearInterval(watch)
      done({ code, stdout, stderr: stderr.split('\n').filter(Boolean) })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(stdin)
  })
}

/** A folder with these files, and what takes it away again. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'claimtrace-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

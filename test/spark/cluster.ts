import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A Python that has PySpark: the one that `.ci/run` makes. */
const PYTHON = process.env['CLAIMTRACE_SPARK_PYTHON'] ?? resolve('.spark-env/bin/python')
const JVMS = '/usr/lib/jvm'

/** For jobs of seconds: most of their time goes to compiling what runs once. */
const JAVA = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
const SMALL = ['spark.ui.enabled=false', 'spark.sql.codegen.wholeStage=false', 'spark.sql.codegen.factoryMode=NO_CODEGEN', `spark.driver.extraJavaOptions=${JAVA}`, `spark.executor.extraJavaOptions=${JAVA}`]

/** A Java that Spark 4 runs on. */
function javaHome(): string | null {
  if (process.env['JAVA_HOME']) return process.env['JAVA_HOME']
  const found = existsSync(JVMS) ? readdirSync(JVMS).filter((name) => /-(?:17|21)\b/.test(name) && existsSync(join(JVMS, name, 'bin/java'))) : []
  return found[0] === undefined ? null : join(JVMS, found[0])
}

/** The environment that Spark needs, or why there is no Spark. */
export function sparkEnvironment(): Readonly<Record<string, string>> | string {
  const java = javaHome()
  if (java === null) return 'there is no Java 17'
  if (!existsSync(PYTHON)) return `there is no PySpark (${PYTHON})`
  const home = execFileSync(PYTHON, ['-c', 'import pyspark; print(pyspark.__path__[0])'], { encoding: 'utf8' }).trim()
  return { SPARK_HOME: home, JAVA_HOME: java, PYSPARK_PYTHON: PYTHON, SPARK_LOCAL_IP: '127.0.0.1' }
}

const freePort = () => new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => done(port))
  })
})

export interface Submitted {
  readonly code: number | null
  /** What the job said; Spark's own log is left out. */
  readonly said: string
}

/** A standalone master with two workers on loopback. */
export interface Cluster {
  /** Runs the job; what stands in `environment` is set where its tasks run. */
  readonly submit: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Submitted>
  readonly stop: () => Promise<void>
}

/** Starts a cluster whose workers have one core each; `archive` is what `claimtrace spark-archive` wrote. */
export async function startCluster(environment: Readonly<Record<string, string>>, archive: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrace-spark-'))
  const env = { ...process.env, ...environment, SPARK_DAEMON_MEMORY: '256m' }
  const spark = (program: string, args: readonly string[]) => spawn(join(environment['SPARK_HOME']!, 'bin', program), args, { cwd: folder, env })
  const port = await freePort()
  const master = `spark://127.0.0.1:${port}`
  const daemons: ChildProcess[] = []
  const daemon = async (args: readonly string[], ready: RegExp) => {
    const child = spark('spark-class', args)
    daemons.push(child)
    let log = ''
    await new Promise<void>((done, failed) => {
      child.stderr.on('data', (chunk: Buffer) => {
        log += chunk.toString()
        if (ready.test(log)) done()
      })
      child.on('exit', (code) => failed(new Error(`${args[0]} ended with ${code}: ${log.slice(-2000)}`)))
    })
  }
  const web = ['--webui-port', '0']
  await daemon(['org.apache.spark.deploy.master.Master', '--host', '127.0.0.1', '--port', String(port), ...web], /I have been elected leader/)
  const worker = (name: string) => daemon(['org.apache.spark.deploy.worker.Worker', '--host', '127.0.0.1', '--cores', '1', '--memory', '2g', '--work-dir', join(folder, name), ...web, master], /Successfully registered with master/)
  await Promise.all(['one', 'other'].map(worker))
  return {
    submit: (args, more = {}) => new Promise((done) => {
      const settings = [...SMALL, ...Object.entries(more).map(([name, value]) => `spark.executorEnv.${name}=${value}`)].flatMap((setting) => ['--conf', setting])
      const memory = ['--driver-memory', '1g', '--executor-memory', '1g']
      const child = spark('spark-submit', ['--master', master, ...memory, ...settings, '--archives', `${archive}#claimtrace`, '--py-files', resolve('dist/runtime.py'), resolve('dist/job.py'), ...args])
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.stderr.resume()
      child.on('close', (code) => done({ code, said: said.slice(-4000) }))
    }),
    stop: async () => {
      await Promise.all(daemons.map((child) => new Promise((done) => {
        child.removeAllListeners('exit').on('exit', done)
        if (!child.kill()) done(null)
      })))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

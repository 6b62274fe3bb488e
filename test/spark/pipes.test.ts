import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { sparkEnvironment } from './cluster.ts'

// What a task does with its process of claimtrace, without Spark around it.

const environment = sparkEnvironment()
const missing = typeof environment === 'string'

/** A program that answers each row by itself, but stays silent at one. */
const SILENT = 'while read -r row; do case "$row" in *silent*) exec sleep 600 ;; esac; echo "$row"; done'
const ANSWERS = `
import json, sys, runtime
runtime.program = lambda *args: ["sh", "-c", sys.argv[1]]
print(json.dumps(list(runtime.annotate(json.loads(sys.argv[2]), ("extract", "-"), 3))))`

test.skipIf(missing)(`an article on which the process falls silent becomes an error, and those around it are answered once${missing ? ` (${environment})` : ''}`, () => {
  const rows = ['before', 'silent', 'behind', 'last'].map((id) => JSON.stringify({ id }))
  const env = { ...process.env, PYTHONPATH: 'pipeline/spark' }
  const answers = JSON.parse(execFileSync((environment as { PYSPARK_PYTHON: string }).PYSPARK_PYTHON, ['-c', ANSWERS, SILENT, JSON.stringify(rows)], { encoding: 'utf8', env })) as string[]
  expect(answers.filter((_, i) => i !== 1)).toEqual([rows[0], rows[2], rows[3]])
  expect(JSON.parse(answers[1]!.trim())).toMatchObject({ id: 'silent', code: 'annotate/failed', message: expect.stringMatching(/took too long/) })
}, 120_000)

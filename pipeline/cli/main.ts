// Stub: `extract FILE.jsonl|FOLDER` only, until the commands are written.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { annotate } from '../annotate.ts'
import type { Article } from '../model/article.ts'

const [, , , path = 'sources'] = process.argv
const make = (id: string, text: string): Article => ({ id, path: null, textPath: null, text, sha256: '', bytes: text.length, encoding: 'utf-8', title: null, published: null, outlet: null, url: null, found: { title: null, published: null, outlet: null }, credits: [], boilerplate: [], problems: [] })
const rows = statSync(path).isDirectory()
  ? readdirSync(path).filter((f) => f.endsWith('.txt')).map((f) => make(basename(f, '.txt'), readFileSync(join(path, f), 'utf8')))
  : readFileSync(path, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l) as { id: string; text: string }).map((r) => make(r.id, r.text))
for (const row of rows) console.log(JSON.stringify(annotate(row)))

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Clause, NounPhrase } from '../../pipeline/model/layers.ts'
import { parsed, type Parsed } from '../support/parsed.ts'

const folder = new URL('../../fixtures/cases/syntax/', import.meta.url)

interface Case {
  readonly title: string
  readonly text: string
  readonly facts: readonly string[]
}

function readCases(file: string): Case[] {
  const blocks = readFileSync(new URL(file, folder), 'utf8').split(/^=== /m).slice(1)
  return blocks.map((block) => {
    const [title = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '')
    const rule = lines.indexOf('---')
    return { title, text: lines.slice(0, rule).join('\n'), facts: lines.slice(rule + 1) }
  })
}

const phraseOf = ({ words, syntax }: Parsed, head: string): NounPhrase | undefined => syntax.phrases.find((phrase) => words(phrase.head) === head)
const clauseOf = ({ words, syntax }: Parsed, head: string): Clause | undefined => syntax.clauses.find((clause) => words(clause.head) === head)

/** What the layer has in the place of a fact, written as the fact is. */
const FOUND: Readonly<Record<string, (p: Parsed, a: string, b: string) => string>> = {
  subject: (p, verb) => `${verb} < ${p.head(clauseOf(p, verb)?.subject)}`,
  object: (p, verb) => `${verb} > ${p.head(clauseOf(p, verb)?.object)}`,
  phrase: (p, words) => p.syntax.phrases.map(({ first, end }) => p.words(first, end)).find((each) => each === words) ?? '-',
  reach: (p, words) => p.syntax.phrases.map(({ first, reach }) => p.words(first, reach)).find((each) => each === words) ?? '-',
  name: (p, words) => p.syntax.phrases.map(({ name }) => (name ? p.words(name.first, name.end) : '')).find((each) => each === words) ?? '-',
  apposition: (p, head) => `${head} = ${p.head(phraseOf(p, head)?.apposes)}`,
  joined: (p, head) => `${head} + ${p.head(phraseOf(p, head)?.joins)}`,
  of: (p, head) => `${head} < ${p.head(phraseOf(p, head)?.of)}`,
  possessor: (p, head) => {
    const possessor = phraseOf(p, head)?.possessor
    return `${head} 's ${possessor ? p.words(possessor.first, possessor.end) : '-'}`
  },
  in: (p, verb) => {
    const parent = p.syntax.clauses[clauseOf(p, verb)?.parent ?? -1]
    return `${verb} < ${parent ? p.words(parent.head) : '-'}`
  },
  finite: (p, verb) => (clauseOf(p, verb)?.finite ? verb : '-'),
  'not finite': (p, verb) => (clauseOf(p, verb)?.finite ? '-' : verb),
  passive: (p, verb) => (clauseOf(p, verb)?.passive ? verb : '-'),
  active: (p, verb) => (clauseOf(p, verb)?.passive === false ? verb : '-'),
  negated: (p, verb) => (clauseOf(p, verb)?.negated ? verb : '-'),
  modal: (p, verb) => ((clauseOf(p, verb)?.modal ?? -1) >= 0 ? verb : '-'),
  past: (p, verb) => (clauseOf(p, verb)?.tense === 'past' ? verb : '-'),
  present: (p, verb) => (clauseOf(p, verb)?.tense === 'present' ? verb : '-'),
}

describe.each(readdirSync(folder))('syntax, %s', (file) => {
  it.each(readCases(file).map((each) => [each.title, each] as const))('%s', (_, { text, facts }) => {
    const found = parsed(text)
    for (const fact of facts) {
      const [, kind = '', rest = ''] = /^([a-z ]+): (.*)$/.exec(fact) ?? []
      const [a = '', b = ''] = rest.split(/ (?:[<>=+]|'s) /)
      expect(`${kind}: ${FOUND[kind]!(found, a, b)}`).toBe(fact)
    }
  })
})

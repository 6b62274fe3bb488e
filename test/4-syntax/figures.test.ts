import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsed, type Parsed } from '../support/parsed.ts'

/** Universal Dependencies, GUM news: outside the repository, since none of its text may enter it. */
const TREES = new URL('../../../shared/corpora/ud-gum-news.conllu', import.meta.url)
const SENTENCES = 300

interface Word {
  readonly form: string
  readonly pos: string
  readonly features: string
  /** Index of the head, -1 for the root. */
  readonly head: number
  readonly relation: string
}

interface Tree {
  readonly text: string
  readonly words: readonly Word[]
}

function readTrees(conllu: string): Tree[] {
  return conllu.split('\n\n').filter((block) => block.includes('\t')).map((block) => {
    const rows = block.split('\n').filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
    const words = rows.map(([, form = '', , pos = '', , features = '', head = '', relation = '']) => ({ form, pos, features, head: Number(head) - 1, relation }))
    return { text: /^# text = (.*)$/m.exec(block)?.[1] ?? '', words }
  })
}

/** For each word of a tree the token of ours that overlaps it. */
function tokensOf({ text, words }: Tree, { text: { tokens } }: Parsed): number[] {
  let cursor = 0
  return words.map(({ form }) => {
    const start = text.indexOf(form, cursor)
    cursor = start + form.length
    return tokens.findIndex((token) => token.start < cursor && start < token.end)
  })
}

const LEFT = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|advmod|flat)/
const RIGHT = /^(?:flat|fixed|compound|goeswith|nummod)/
const ROLES = /^(?:nsubj|obj|iobj|obl|nmod$|conj|appos|root|dislocated|vocative|parataxis|xcomp|ccomp|csubj|advcl|acl)/
const NO_PHRASE = /^(?:who|which|that|what|whom|whose|there)$/i

/** A noun phrase is a nominal word with what specifies it: all that depends on it in front, and the rest of a name behind. */
function goldPhrases({ words }: Tree, tokens: readonly number[]): string[] {
  const below = (k: number): number[] => [k, ...words.flatMap(({ head }, j) => (head === k ? below(j) : []))]
  return words.flatMap(({ form, pos, relation }, k) => {
    if (!/^(?:NOUN|PROPN|PRON|NUM)$/.test(pos) || NO_PHRASE.test(form) || !ROLES.test(relation)) return []
    const parts = words.flatMap((word, j) => (word.head === k && (j < k ? LEFT : RIGHT).test(word.relation) ? below(j) : []))
    return [`${tokens[Math.min(k, ...parts)]} ${tokens[Math.max(k, ...parts)]! + 1}`]
  })
}

/** The place of a word as both sides name it: the noun phrase of ours that holds it, else its token. */
const placeOf = ({ syntax }: Parsed, token: number) => (syntax.phraseAt[token]! >= 0 ? `phrase ${syntax.phraseAt[token]}` : `token ${token}`)

/** Subjects of finite verbs; of a copula's predicate the copula is the verb. */
function goldSubjects({ words }: Tree, tokens: readonly number[], p: Parsed): string[] {
  return words.flatMap(({ relation, head }, k) => {
    if (!/^nsubj(?::pass|:outer)?$/.test(relation)) return []
    const copula = words.findIndex((word) => word.head === head && word.relation === 'cop')
    const verb = copula >= 0 ? copula : head
    const auxiliary = words.find((word, j) => word.head === head && word.relation.startsWith('aux') && j < head)
    if (!/^(?:VERB|AUX)$/.test(words[verb]!.pos) || ![words[verb]!, auxiliary].some((word) => word?.features.includes('VerbForm=Fin'))) return []
    const token = tokens[verb]!
    return [`${p.syntax.clauses[p.syntax.clauseAt[token]!]?.head ?? token} ${placeOf(p, tokens[k]!)}`]
  })
}

function ourSubjects({ syntax }: Parsed): string[] {
  return syntax.clauses.flatMap(({ finite, subject, by, head, marker }) =>
    !finite || subject < 0 || by === 'shared' ? [] : [`${head} ${by === 'relative' ? `token ${marker}` : `phrase ${subject}`}`],
  )
}

/** F1 of what was found, summed over sentences. */
class Tally {
  #both = 0
  #either = 0

  add(gold: readonly string[], ours: readonly string[]): void {
    const [a, b] = [new Set(gold), new Set(ours)]
    this.#both += 2 * [...a].filter((each) => b.has(each)).length
    this.#either += a.size + b.size
  }

  get f1(): number {
    return (100 * this.#both) / this.#either
  }
}

/** Today: subjects 83.5, noun phrases 83.7, appositions 45.7 (a trained parser: 79 to 84 and 31; see the design notes). */
it.skipIf(!existsSync(TREES))('subjects, noun phrases and appositions of 300 sentences of news', () => {
  const subjects = new Tally(), phrases = new Tally(), appositions = new Tally()
  for (const tree of readTrees(readFileSync(TREES, 'utf8')).slice(0, SENTENCES)) {
    const p = parsed(tree.text)
    const tokens = tokensOf(tree, p)
    subjects.add(goldSubjects(tree, tokens, p), ourSubjects(p))
    phrases.add(goldPhrases(tree, tokens), p.syntax.phrases.map(({ first, end }) => `${first} ${end}`))
    const renamed = tree.words.flatMap(({ relation, head }, k) => (relation === 'appos' ? [`${placeOf(p, tokens[head]!)} ${placeOf(p, tokens[k]!)}`] : []))
    appositions.add(renamed, p.syntax.phrases.flatMap(({ apposes }, i) => (apposes >= 0 ? [`phrase ${apposes} phrase ${i}`] : [])))
  }
  expect({ subjects: subjects.f1 >= 83, phrases: phrases.f1 >= 83, appositions: appositions.f1 >= 44 }, `${subjects.f1} ${phrases.f1} ${appositions.f1}`).toEqual({
    subjects: true,
    phrases: true,
    appositions: true,
  })
})

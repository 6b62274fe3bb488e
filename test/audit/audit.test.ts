import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../pipeline/audit/audit.ts'
import { auditCsv } from '../../pipeline/audit/csv.ts'
import { openOutput, type Output } from '../../pipeline/store/open.ts'
import { renderAudit } from '../../pipeline/audit/render.ts'
import type { Question } from '../../pipeline/audit/select.ts'
import type { Group, Links } from '../../pipeline/model/schema.ts'
import { NO_LINKS, writeOutput } from './output.ts'

const ARTICLES = {
  gazette: {
    source: 'Rain. [content “The old bridge will be closed in May,”] [cue said] [speaker Mayor Ann Roe].\n[content:2 Nobody will lose a job], [cue:2 according to] [speaker:2 two officials].\n---\nspeaker: Ann Roe\ncommitment: promises\nstance: support closing the bridge\n2 speaker: two officials',
    about: { outlet: 'Westport Gazette', published: '2025-03-02' },
  },
  herald: {
    source: '[content “The bridge will be closed in May,”] [speaker Roe] [cue told] the Herald.\n[content:2 The bridge stays open], [cue:2 said] [speaker:2 Bo Lund].\n---\nspeaker: Ann Roe\nchain: Westport Gazette\n2 speaker: Bo Lund\n2 stance: oppose closing the bridge',
    about: { outlet: 'Herald', published: '2025-03-01' },
  },
}

const group = (id: string, text: string, members: Group['members'], about: Partial<Group> = {}): Group => ({
  id,
  text,
  members,
  stances: [],
  contested: [],
  support: { articles: members.length, outlets: members.length, origins: [], independent: members.length, anonymous: 0, attested: members.length },
  contradictedBy: [],
  differs: [],
  ...about,
})

function linksOf(claims: ReadonlyMap<string, readonly string[]>): Links {
  const ref = (article: string, index: number) => ({ article, claim: claims.get(article)?.[index] ?? '' })
  const [first, second] = [ref('gazette', 0), ref('herald', 0)]
  return {
    ...NO_LINKS,
    speakers: [{ id: 's1', name: 'Ann Roe', kind: 'person', aliases: ['Annie Roe'], members: [{ article: 'gazette', speaker: 'p1' }, { article: 'herald', speaker: 'p1' }] }],
    origins: [
      { id: 'o1', kind: 'report', name: 'Westport Gazette', members: [second], evidence: [{ article: 'herald', start: 1, end: 4, exact: 'The' }] },
      { id: 'o2', kind: 'utterance', name: 'Ann Roe', members: [first, second], evidence: [] },
    ],
    links: [{ type: 'same-quote', a: first, b: second, confidence: 0.95, why: ['shared words: bridge, May', 'one quoted (+1.2)'], changes: [{ kind: 'cut', from: 'old', to: '' }] }],
    groups: [
      group('g00000000001', '“The old bridge will be closed in May,”', [first, second], {
        stances: [{ target: 'closing the bridge', topic: 't1', label: 'support', speakers: ['Ann Roe'] }],
        contested: ['t1'],
        support: { articles: 2, outlets: 2, origins: ['o1', 'o2'], independent: 1, anonymous: 0, attested: 1 },
        contradictedBy: ['g00000000002'],
      }),
      group('g00000000002', 'The bridge stays open', [ref('herald', 1)], {
        stances: [{ target: 'closing the bridge', topic: 't1', label: 'oppose', speakers: ['Bo Lund'] }],
        contested: ['t1'],
        contradictedBy: ['g00000000001'],
      }),
    ],
  }
}

const NOTHING: Question = { words: null, speaker: null, target: null, contested: false, singleSource: false, anonymous: false }
let output: Output
let folder: string
let sourceOf: (id: string) => string
beforeAll(() => {
  ;({ folder, sourceOf } = writeOutput(ARTICLES, linksOf))
  output = openOutput(folder)
})
const ask = (question: Partial<Question>) => audit(output, { ...NOTHING, ...question }, 10)
const ids = (question: Partial<Question>) => ask(question).groups.map(({ id, text }) => (id.startsWith('g') ? id : text))

describe('what is found', () => {
  test.each([
    ['words of the claim', 'old bridge closed', 'g00000000001'],
    ['other forms of its words', 'closing old bridges', 'g00000000001'],
    ['a misspelt word', 'bridgge closed may', 'g00000000001'],
    ['a name that only the speaker has', 'Lund', 'g00000000002'],
    ['an alias over the corpus', 'Annie', 'g00000000001'],
    ['a name with a word of the claim', 'Roe bridge', 'g00000000001'],
    ['a word that only the target has', 'closing', 'g00000000001'],
    ['an outlet with a word of the claim', 'gazette closed', 'g00000000001'],
    ['a group id', 'g00000000002', 'g00000000002'],
    ['the beginning of an id', 'g0000000000', 'g00000000001'],
  ])('%s', (_, words, first) => {
    expect(ids({ words })[0]).toBe(first)
  })

  test('a claim id leads to its group, with or without the article', () => {
    const { article, claim } = [...output.files.links!.groups][1]!.members[0]!
    expect(ids({ words: claim })).toEqual(['g00000000002'])
    expect(ids({ words: `${article}#${claim}` })).toEqual(['g00000000002'])
  })

  test('a claim that no group holds answers for itself', () => {
    const [answer] = ask({ words: 'lose a job' }).groups
    expect([answer?.text, answer?.sources.length, answer?.support.independent]).toEqual(['Nobody will lose a job', 1, 1])
  })

  test('what a claim says comes before what stands around it', () => {
    const about = { title: 'The frozen canal: all that is known' }
    const { folder: own } = writeOutput({
      a: { source: '[content The mayor is in the town hall with her deputies], [cue said] [speaker Ann Roe].\n---\nspeaker: Ann Roe', about },
      b: { source: '[content The canal in the north is frozen, and the barges cannot leave it before spring], [cue said] [speaker Bo Lund].\n---\nspeaker: Bo Lund' },
    })
    expect(audit(openOutput(own), { ...NOTHING, words: 'frozen canal' }, 10).groups.map(({ sources }) => sources[0]!.article)).toEqual(['b', 'a'])
  })

  test('words that nothing holds give the closest, and say so', () => {
    expect(ask({ words: 'bridge over the frozen northern canal' })).toMatchObject({ close: true })
    expect(ask({ words: 'zebra' })).toMatchObject({ close: false, groups: [] })
    expect(() => ask({ words: 'the of ?' })).toThrow('no word to look for')
  })

  test.each([
    ['a speaker', { speaker: 'lund' }, ['g00000000002']],
    ['a target', { target: 'the bridge' }, ['g00000000002', 'g00000000001']],
    ['speaker and target', { target: 'bridge', speaker: 'Ann Roe' }, ['g00000000001']],
    ['part of a word is no name', { speaker: 'Lun' }, []],
    ['contested', { contested: true }, ['g00000000002', 'g00000000001']],
    ['unnamed people', { anonymous: true }, ['Nobody will lose a job']],
    ['one source, of those that hold a word', { singleSource: true, words: 'closed' }, ['g00000000001', 'g00000000002']],
  ])('%s', (_, question, expected) => {
    expect(ids(question).toSorted()).toEqual(expected.toSorted())
  })
})

describe('an answer', () => {
  test('names every source with its place, the earliest first', () => {
    const [answer] = ask({ words: 'g00000000001' }).groups
    expect(answer?.sources.map(({ number, outlet, published, place, exact, chain }) => [number, outlet, published, place.line, place.column, place.start, exact, chain])).toEqual([
      [1, 'Herald', '2025-03-01', 1, 1, 0, ['“The bridge will be closed in May,”'], ['Westport Gazette']],
      [2, 'Westport Gazette', '2025-03-02', 1, 7, 6, ['“The old bridge will be closed in May,”'], []],
    ])
  })

  test('says what falls with each origin', () => {
    const [answer] = ask({ words: 'g00000000001' }).groups
    expect(answer?.origins.map(({ name, carries, left }) => [name, carries, left])).toEqual([
      ['Westport Gazette', [1], [2]],
      ['Ann Roe', [1, 2], []],
    ])
  })

  test('says what changed, who contradicts it and who wants the contrary', () => {
    const [answer] = ask({ words: 'g00000000001' }).groups
    expect(answer?.versions).toMatchObject([{ from: 2, to: 1, changes: [{ kind: 'cut', from: 'old' }] }])
    expect(answer?.contradictedBy).toMatchObject([{ group: 'g00000000002', sources: [{ published: '2025-03-01', speakers: [{ name: 'Bo Lund' }] }] }])
    expect(answer?.opposed).toMatchObject([{ label: 'oppose', speakers: ['Bo Lund'] }])
  })

  test('reads well at any width', () => {
    const answer = ask({ words: 'g00000000001' })
    for (const width of [50, 100]) {
      const shown = renderAudit(answer, { width, colors: pc.createColors(false) })
      expect(Math.max(...shown.split('\n').filter((line) => !line.includes('/')).map((line) => line.length))).toBeLessThanOrEqual(width)
      const flat = shown.replace(/\s+/g, ' ')
      for (const part of [
        'at least 1 independent: Ann Roe, Westport Gazette; 2 articles of 2 outlets carry it, contested, contradicted',
        'Ann Roe (“Roe”) told',
        'Herald, 2025-03-01, via Westport Gazette',
        ':1:7 (6-45) · still there',
        'direct · promises · support: closing the bridge · confidence 0.95',
        '2 and 1: same-quote (0.95): shared words: bridge, May cut “old”',
        'Bo Lund, Herald, 2025-03-01: The bridge stays open',
        'a report of Westport Gazette carries 1 (herald: “The”); without it 2 is left',
        'without it nothing is left',
      ])
        expect(flat).toContain(part)
    }
  })

  test('as CSV has a row for each source', () => {
    const rows = auditCsv(ask({ speaker: 'Ann Roe' }).groups).split('\r\n')
    expect(rows).toHaveLength(3)
    expect(rows[2]).toContain('g00000000001,"“The old bridge will be closed in May,”",1,gazette')
  })

  test('says where a source no longer says it', () => {
    const other = writeOutput(ARTICLES, linksOf)
    writeFileSync(other.sourceOf('gazette'), 'The bridge stays.')
    rmSync(other.sourceOf('herald'))
    const [answer] = audit(openOutput(other.folder), { ...NOTHING, words: 'g00000000001' }, 10).groups
    expect(answer?.sources.map(({ stillThere, place }) => [stillThere, place.line])).toEqual([['unreadable', null], ['lost', 1]])
    expect(sourceOf('gazette')).not.toBe(other.sourceOf('gazette'))
  })

  test('leaves out what is less sure than asked for, and says how many', () => {
    const { folder: own, articles } = writeOutput(ARTICLES, linksOf)
    writeFileSync(join(own, 'articles/gazette.json'), JSON.stringify({ ...articles[0]!, claims: articles[0]!.claims.map((claim) => ({ ...claim, confidence: 0.4 })) }))
    const unsure = openOutput(own)
    expect(audit(unsure, NOTHING, 10, 0.5)).toMatchObject({ found: 2, leftOut: 2 })
    const answer = audit(unsure, { ...NOTHING, words: 'g00000000001' }, 10, 0.5)
    expect(answer.groups[0]?.sources.map(({ article }) => article)).toEqual(['herald'])
    expect(renderAudit(answer, { width: 80, colors: pc.createColors(false) })).toContain('1 claim less sure left out; --min-confidence 0 shows all')
    expect(audit(unsure, { ...NOTHING, words: 'job' }, 10, 0.5)).toMatchObject({ found: 0, leftOut: 1, groups: [] })
  })

  test('says what it takes to be contested where nothing is', () => {
    const style = { width: 80, colors: pc.createColors(false) }
    const none = { groups: [], found: 0, close: false, leftOut: 0 }
    expect(renderAudit(none, style, true)).toContain('claimtrace.config.json lists them as a topic')
    expect(renderAudit(none, style)).toContain('try fewer words')
  })

  test('is limited on request, and says how many there are', () => {
    expect(audit(output, NOTHING, 1)).toMatchObject({ found: 3, groups: [{}] })
    expect(renderAudit(audit(output, NOTHING, 1), { width: 80, colors: pc.createColors(false) })).toContain('2 more')
  })
})

const spoil = (file: string, content: string) => {
  const { folder: own } = writeOutput(ARTICLES, linksOf)
  writeFileSync(join(own, file), content)
  return () => openOutput(own)
}

const found = (own: string) => audit(openOutput(own), { ...NOTHING, speaker: 'lund' }, 10).found
const index = (own: string) => join(own, '.index.sqlite')

describe('the index', () => {
  test('is made once, equal files give equal bytes, and several read it at a time', () => {
    const [one, other] = [writeOutput(ARTICLES, linksOf).folder, writeOutput(ARTICLES, linksOf).folder]
    const outputs = [openOutput(one), openOutput(one), openOutput(other)]
    const { mtimeMs } = statSync(index(one))
    expect(outputs.map((each) => audit(each, { ...NOTHING, speaker: 'lund' }, 10).found)).toEqual([1, 1, 1])
    expect([statSync(index(one)).mtimeMs, existsSync(`${index(one)}.lock`)]).toEqual([mtimeMs, false])
    expect(readFileSync(index(one)).equals(readFileSync(index(other)))).toBe(true)
  })

  test('is made anew where it is cut, no database, or of other files', () => {
    const { folder: own } = writeOutput(ARTICLES, linksOf)
    expect(found(own)).toBe(1)
    for (const spoilt of [readFileSync(index(own)).subarray(0, 5000), 'no database', '']) {
      writeFileSync(index(own), spoilt)
      expect(found(own)).toBe(1)
    }
    rmSync(join(own, 'articles/herald.json'))
    expect(found(own)).toBe(0)
  })

  test('is no obstacle where a dead process left its lock', () => {
    const { folder: own } = writeOutput(ARTICLES, linksOf)
    mkdirSync(`${index(own)}.lock`)
    expect([found(own), found(own)]).toEqual([1, 1])
  })
})

describe('output that cannot be read', () => {
  test('is named, with what to do', () => {
    expect(() => openOutput(join(folder, 'no-such-folder'))).toThrow('run `claimtrace run` first')
    expect(() => openOutput(join(folder, 'articles'))).toThrow('holds no articles')
    expect(spoil('articles/herald.json', '{')).toThrow('herald.json: cannot be read as JSON')
    expect(spoil('articles/herald.json', '{"schema": "claimtrace/article/0"}')).toThrow('is claimtrace/article/0, this version reads claimtrace/article/2')
    expect(spoil('links/manifest.json', '{"schema": "claimtrace/links/1"}')).toThrow('manifest.json: is claimtrace/links/1, this version reads claimtrace/links/2')
    expect(spoil('links/groups.jsonl', '{}\n')).toThrow('groups.jsonl:1: does not fit claimtrace/links/2 at id')
    expect(spoil('links/groups.jsonl', '{\n')).toThrow('groups.jsonl:1: cannot be read as JSON')
    expect(spoil('links/origins.jsonl', '')).toThrow('origins.jsonl: holds 0 rows, its manifest counts')
  })

  test('of an earlier version, or with links of another run, is read with a warning', () => {
    const { folder: own, articles } = writeOutput(ARTICLES, () => NO_LINKS)
    writeFileSync(join(own, 'articles/herald.json'), JSON.stringify({ ...articles[1], claimtrace: '0.0.1', source: { ...articles[1]!.source, sha256: 'changed' } }))
    const { warnings } = openOutput(own)
    expect(warnings.join('\n')).toMatch(/0\.0\.1[^]*another run/)
    expect(audit(openOutput(own), NOTHING, 10).found).toBe(4)
  })

  test('without links lets every claim stand alone', () => {
    const { folder: own } = writeOutput(ARTICLES, () => null)
    const read = openOutput(own)
    expect(read.warnings[0]).toContain('manifest.json: is missing')
    expect(audit(read, NOTHING, 10).found).toBe(4)
  })
})

import type { LinkInput } from '../../pipeline/8-links/input.ts'
import * as steps from '../../pipeline/8-links/steps/index.ts'
import { Sets } from '../../pipeline/8-links/origins/sets.ts'
import type { Config } from '../../pipeline/model/config.ts'
import type { Links } from '../../pipeline/model/schema.ts'

/** Rows as another process would get them. */
const sent = <T>(rows: T): T => JSON.parse(JSON.stringify(rows)) as T

function byKey<T>(rows: readonly T[], keysOf: (row: T) => readonly (string | number)[]): T[][] {
  const groups = new Map<string | number, T[]>()
  for (const row of rows) for (const key of new Set(keysOf(row))) groups.set(key, [...(groups.get(key) ?? []), row])
  return [...groups.values()].map(sent)
}

function components<T>(rows: readonly T[], keysOf: (row: T) => readonly (string | number)[]): T[][] {
  const sets = new Sets(rows.length)
  sets.joinByKey((i) => keysOf(rows[i]!))
  return sets.all().map((members) => sent(members.map((i) => rows[i]!)))
}

/** What `link` gives, by the steps over keyed rows and plain joins, as a cluster does it; articles in whatever order. */
export function linkByJoins(inputs: readonly LinkInput[], config: Config): Links {
  const merged = components(inputs.flatMap((input) => steps.speakerRows(input, config)), ({ article, speaker, keys }) => [`${article}\n${speaker.id}`, ...keys]).flatMap((rows) => steps.mergeSpeakerRows(rows, config))
  const tied = new Map(merged.flatMap(({ entry, tied: known }) => entry.members.map((m) => [`${m.article}\n${m.speaker}`, sent(known)] as const)))
  const articles = sent(inputs.map((input) => steps.claimRows(input, (id) => tied.get(`${input.article}\n${id}`))))
  const counts = steps.countWords(articles.flatMap((rows) => steps.wordsOf(rows)))
  const claims = sent(articles.flatMap((rows) => steps.prepareClaims(rows, counts)))
  const texts = byKey(claims, ({ text }) => [text]).map((own): steps.TextRow => ({ text: own[0]!.text, count: own.length, claims: own.toSorted((x, y) => steps.byOrder(orderOf(x), orderOf(y))) }))
  const textOf = new Map(texts.map((row) => [row.text, row]))
  const firsts = texts.map(({ claims: [first] }) => ({ ...first!, article: first!.row.article }))
  const found = new Map(byKey(firsts, ({ keys }) => keys).flatMap((block) => steps.candidatePairs(block).pairs).map((pair) => [pair.join(), pair]))
  const pairs = [...found.values()].map(([x, y]) => [textOf.get(x)!, textOf.get(y)!] as const)
  const near = steps.nearPairs(sent(pairs)).flatMap((each, i) => (each === null ? [] : [{ ...each, pair: pairs[i]!, x: pairs[i]![0].text, y: pairs[i]![1].text }]))
  const edges = near.filter((each) => each.near === 'copies')
  const least = new Map(byKey(near.filter((each) => each.near === 'alike').flatMap(({ x, y, score }) => [{ text: x, score }, { text: y, score }]), ({ text }) => [text]).map((own) => [own[0]!.text, steps.leastScore(own.map(({ score }) => score))]))
  const isFar = (each: (typeof near)[number]) => each.near === 'alike' && each.score < least.get(each.x)! && each.score < least.get(each.y)!
  const places = new Map(components(firsts, ({ text }) => [text, ...edges.flatMap(({ x, y }) => (x === text || y === text ? [`${x} ${y}`] : []))]).flatMap((some) => {
    const own = new Set(some.map(({ text }) => text))
    return steps.copyGroups(some, edges.filter(({ x }) => own.has(x))).map((place) => [place.text, place] as const)
  }))
  const judged = [...near.filter((each) => !isFar(each) && !steps.isCut(places.get(each.x)!, places.get(each.y)!)).map(({ pair }) => steps.judgePairs(sent([pair]))[0]!), ...texts.map((row) => steps.judgeCopies(row))].flat()
  return { speakers: merged.map(({ entry }) => entry), ...together(claims, judged, inputs, config) }
}

const orderOf = ({ row: { article }, n }: steps.PreparedClaim) => ({ article, n })

const refKey = ({ article, claim }: steps.JudgedRow['a']) => `${article}\n${claim}`

function together(claims: readonly steps.PreparedClaim[], judged: readonly steps.JudgedRow[], inputs: readonly LinkInput[], { topics }: Config): Omit<Links, 'speakers'> {
  const shared = new Map<string, steps.SharedPassages>()
  for (const pair of byKey(inputs.flatMap(steps.passageRows), ({ key }) => [key]).flatMap(steps.sharedIn)) shared.set(`${pair.a}\n${pair.b}`, shared.has(`${pair.a}\n${pair.b}`) ? steps.addShared(shared.get(`${pair.a}\n${pair.b}`)!, pair) : pair)
  const families = steps.familiesFrom([...shared.values()].toReversed())
  const joining = judged.filter(({ type }) => type !== 'contradicts')
  const linksAt = new Map<string, string[]>()
  joining.forEach(({ a, b }, i) => [a, b].forEach((ref) => linksAt.set(refKey(ref), [...(linksAt.get(refKey(ref)) ?? []), `link ${i}`])))
  const keysOf = ({ row: { article, claim } }: steps.PreparedClaim) => [`${article}\n${claim.start} ${claim.end}`, ...(linksAt.get(refKey({ article, claim: claim.id })) ?? [])]
  const groups = components(claims, keysOf).flatMap((own) => {
    const ids = new Set(own.map(({ row }) => refKey({ article: row.article, claim: row.claim.id })))
    return [...steps.groupsOf(own, judged.filter(({ a, b }) => ids.has(refKey(a)) && ids.has(refKey(b))), { families, topics })]
  })
  const reported = components(groups, ({ group, traced }) => [group.id, ...traced.reports.flat()]).map(steps.mergeOrigins)
  const renamed = Object.assign({}, ...reported.map((part) => part.renamed)) as Record<string, string>
  const groupOf = new Map(groups.flatMap(({ of }) => of.map((member) => [refKey(member), member.group] as const)))
  const against = new Map<string, Set<string>>()
  for (const { a, b, type } of judged) {
    const [x, y] = [groupOf.get(refKey(a))!, groupOf.get(refKey(b))!]
    if (type === 'contradicts' && x !== y) for (const [one, other] of [[x, y], [y, x]] as const) against.set(one, (against.get(one) ?? new Set()).add(other))
  }
  const contested = steps.contestedTargets(claims.flatMap(({ row }) => steps.sidesOf(row, topics)))
  const rowOf = new Map(claims.map(({ row }) => [refKey({ article: row.article, claim: row.claim.id }), row]))
  return {
    links: judged.map((link) => steps.linkOf(rowOf.get(refKey(link.a))!, rowOf.get(refKey(link.b))!, link)),
    groups: groups.map((row) => steps.told(row.group, contested, (id) => renamed[id] ?? id, [...(against.get(row.group.id) ?? [])])),
    origins: reported.flatMap(({ origins }) => origins),
  }
}

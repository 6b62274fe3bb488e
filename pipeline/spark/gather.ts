import * as linking from '../8-links/steps/index.ts'
import type { Config } from '../model/config.ts'
import type { Link } from '../model/schema.ts'
import { field, lineOf, refOf } from './rows.ts'

/** A component of claims and links; it may hold most claims of a corpus, so that nothing is kept that grouping does not ask for. */
class Component {
  readonly #families = new Map<string, linking.Family>()
  readonly #members: linking.GroupedClaim[] = []
  readonly #links: linking.GroupedLink[] = []

  add(kind: string | undefined, family: string | undefined, json: string): void {
    if (kind !== 'claim') {
      const { type, a, b, confidence } = JSON.parse(json) as Link
      this.#links.push({ type, a, b, confidence, copy: kind === 'copy' })
      return
    }
    const claim = JSON.parse(json) as linking.GroupedClaim
    this.#members.push(claim)
    if (family) this.#families.set(claim.row.article, JSON.parse(family) as linking.Family)
  }

  *groups(topics: Config['topics']): Generator<string> {
    for (const { of, ...row } of linking.groupsOf(this.#members, this.#links, { families: this.#families, topics })) {
      const { id, stances } = row.group
      yield lineOf('group', [id], row)
      for (const { article, claim, group } of of) yield lineOf('member', [refOf({ article, claim }), group])
      for (const topic of new Set(stances.flatMap((stance) => stance.topic ?? []))) yield lineOf('topic', [id, field(topic)])
      for (const report of new Set(row.traced.reports.flat())) yield lineOf('report', [id, field(report)])
    }
  }
}

/**
 * The groups of each component of claims and links, their members, disputed targets that they may take part in, and the reports that they share with others.
 * Lines: component, kind (`claim`, `link`, a link to a `copy`), the family of the claim's article, the claim or the link.
 */
export async function* gatherComponents(lines: AsyncIterable<string>, { config: { topics } }: { readonly config: Config }): AsyncGenerator<string> {
  let key: string | undefined
  let component = new Component()
  for await (const line of lines) {
    const [own, kind, family, json] = line.split('\t')
    if (own !== key) {
      yield* component.groups(topics)
      component = new Component()
      key = own
    }
    component.add(kind, family, json!)
  }
  yield* component.groups(topics)
}

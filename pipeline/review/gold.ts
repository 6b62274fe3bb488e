import type { GoldArticle, GoldClaim } from '../check/gold.ts'
import { UserError } from '../model/user-error.ts'
import type { AnnotatedArticle, Claim } from '../model/schema.ts'
import { anchor, anchorOrNull } from '../model/span.ts'
import { statedOf } from './convert.ts'
import type { ReviewState, Stated } from './state.ts'

/**
 * Gold of an article of which a person judged every claim. A claim that earlier gold holds keeps its key there, since links name it.
 * @throws UserError where a claim was not judged: gold says everything about an article, or nothing.
 */
export function goldOf(article: AnnotatedArticle, text: string, { judged }: ReviewState, before: GoldArticle | null): GoldArticle {
  const verdicts = new Map(judged.map((one) => [one.claim, one]))
  const open = article.claims.filter(({ id }) => !verdicts.has(id)).length
  if (open > 0) throw new UserError(`${open} of ${article.claims.length} claims are not judged yet; gold is saved when all are`)
  const found = article.claims.flatMap((claim): readonly [Stated, Claim | null][] => {
    const one = verdicts.get(claim.id)
    return one === undefined || one.verdict === 'wrong' ? [] : [[one.stated ?? statedOf(claim, article), claim]]
  })
  const added = judged.flatMap(({ verdict, stated }): readonly [Stated, Claim | null][] => (verdict === 'added' && stated !== null ? [[stated, null]] : []))
  const all = [...found, ...added].toSorted(([a], [b]) => startOf(a) - startOf(b))
  const keys = keysFor(all.map(([stated]) => stated), before)
  return { article: article.source.id, offsets: 'utf16', claims: all.map(([stated, claim], i) => goldClaim(text, stated, claim, keys[i]!, before)) }
}

const startOf = ({ content }: Stated) => content[0]?.start ?? 0

function goldClaim(text: string, stated: Stated, claim: Claim | null, key: string, before: GoldArticle | null): GoldClaim {
  const weak = before?.claims.find((gold) => gold.key === key)?.weak
  return {
    key,
    kind: stated.kind,
    content: stated.content.map((range) => anchor(text, range)),
    speaker: {
      names: stated.speakers.map(({ name }) => name),
      ...(stated.speakers.length > 0 && stated.speakers.every(({ kind }) => kind === 'anonymous') && { anonymous: true }),
      mention: anchorOrNull(text, stated.mention),
    },
    cue: anchorOrNull(text, stated.cue),
    commitment: stated.commitment,
    stance: stated.stance.map(({ target, label }) => ({ target, label })),
    chain: claim?.chain.map(({ name, mention, cue }) => ({ name, mention, cue })) ?? [],
    ...(weak !== undefined && { weak }),
  }
}

/** Keys: of earlier gold with the same content and mention, else the next free ones. */
function keysFor(claims: readonly Stated[], before: GoldArticle | null): readonly string[] {
  const known = new Map(before?.claims.map((gold) => [placesOf(gold.content, gold.speaker.mention), gold.key]))
  const taken = new Set(known.values())
  let next = 1
  return claims.map(({ content, mention }) => {
    const same = known.get(placesOf(content, mention))
    if (same !== undefined && known.delete(placesOf(content, mention))) return same
    while (taken.has(keyOf(next))) next++
    return keyOf(next++)
  })
}

const placesOf = (content: Stated['content'], mention: { readonly start: number } | null) => `${content.map(({ start, end }) => `${start}-${end}`).join()} ${mention?.start ?? ''}`
const keyOf = (number: number) => `c${String(number).padStart(2, '0')}`

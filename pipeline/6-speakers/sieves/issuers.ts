import { known } from '../../lexicon/gazetteer.ts'
import { PLATFORMS } from '../../lexicon/organizations.ts'
import { ARTICLE_NOUNS, STATEMENT_NOUNS } from '../../lexicon/unnamed.ts'
import type { Discourse } from './discourse.ts'
import type { NameMention } from '../names/name.ts'
import { DETERMINERS, type Part } from '../mentions/phrases.ts'

/** How far behind the noun the issuer's name may stand, in tokens. */
const FAR = 9

/** Who stands behind words of a kind: a name, or the place in the text where a description of them begins. */
export type Issuer = NameMention | { readonly firstToken: number; readonly endToken: number } | null

/**
 * Whose words `a statement from Acme`, `a message posted on the website of Acme` and `a Harbour Times article` are: the name,
 * or the description (`a statement from the company`), that says so. Platforms that carry anybody's words are nobody's.
 */
export function issuerOf({ text: { tokens }, names }: Discourse, part: Part): Issuer {
  const article = ARTICLE_NOUNS.has(part.head)
  if ((!article && !STATEMENT_NOUNS.has(part.head)) || part.possessor) return null
  const inFront = names.at.get(part.headToken - 1)
  if (article && inFront?.kind === 'publication' && inFront.firstToken >= part.firstToken) return inFront
  let preposition = ''
  for (let t = part.headToken + 1; t < Math.min(tokens.length, part.headToken + FAR); t++) {
    const { pos, lower, sentence } = tokens[t]!
    if (sentence !== tokens[part.headToken]!.sentence) return null
    const name = names.at.get(t)
    if (name) return name.firstToken < part.endToken && canIssue(name, preposition, article) ? name : null
    if (/^(from|by)$/.test(lower)) preposition = lower
    else if (/^(on|in)$/.test(lower)) preposition ||= 'on'
    else if (/^(from|by)$/.test(preposition))
      return !article && DETERMINERS.has(lower) && t < part.endToken ? { firstToken: t, endToken: part.endToken } : null
    else if (!/^(VERB|NOUN|ADJ|DET|PROPN|ADP)$/.test(pos) || (pos === 'VERB' && !/(?:ed|sent|put)$/.test(lower))) return null
  }
  return null
}

/** Anybody can write; what is only posted `on` something is from a body that has that place for its own. */
function canIssue(name: NameMention, preposition: string, article: boolean): boolean {
  if (preposition === '' || PLATFORMS.has(name.folded)) return false
  if (article) return name.kind === 'publication'
  if (preposition === 'on') return name.kind === 'publication' || (name.kind === 'organization' && known(name.folded)?.kind !== 'place')
  return name.kind !== 'place'
}

/** P(right) of an issuer that the phrase itself names. */
export const ISSUER_NAMED = 0.85

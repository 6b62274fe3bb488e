import { fold } from '../../lexicon/gazetteer.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import type { Token, TokenRange } from '../../model/layers.ts'
import type { NameMention } from './name.ts'
import { isCapital } from './collect.ts'
import { addTo } from '../../model/group-by.ts'

/** Where headlines repeat a name that the article has elsewhere, in full or by the surname. */
export function namesAgain(
  tokens: readonly Token[],
  headlines: readonly TokenRange[],
  names: readonly NameMention[],
): readonly NameMention[] {
  const byFirst = new Map<string, NameMention[]>()
  for (const name of new Map(names.map((n) => [n.folded, n])).values()) {
    const first = name.folded.split(' ')[0]!
    addTo(byFirst, first, name)
    const surname = fold(name.words.at(-1)!)
    if (name.kind === 'person' && surname !== first) addTo(byFirst, surname, name)
  }
  const found: NameMention[] = []
  for (const { firstToken, endToken } of headlines) {
    for (let t = firstToken; t < endToken; t++) {
      const again = isCapital(tokens[t]!.text) ? longest(tokens, t, endToken, byFirst.get(fold(tokens[t]!.text)) ?? []) : null
      if (!again) continue
      const personal = again.kind === 'person' || again.kind === 'unknown'
      found.push((personal ? givenNameBefore(tokens, t, firstToken, again) : null) ?? again)
      t = again.endToken - 1
    }
  }
  return found
}

/** A surname with a given name in front, where the article has the surname alone. */
function givenNameBefore(tokens: readonly Token[], t: number, first: number, name: NameMention): NameMention | null {
  const before = tokens[t - 1]
  if (t === first || name.words.length > 1 || !before || !isCapital(before.text) || !isGivenName(before.text)) return null
  const words = [before.text, ...name.words]
  return { ...name, start: before.start, firstToken: t - 1, phraseToken: t - 1, words, folded: fold(words.join(' ')), kind: 'person' }
}

/** The longest of some names that stands at a token, as a mention there. */
function longest(tokens: readonly Token[], t: number, end: number, names: readonly NameMention[]): NameMention | null {
  let best: NameMention | null = null
  for (const name of names) {
    for (const words of [name.words, name.words.slice(-1)]) {
      const length = words.length
      if (t + length > end || (best && best.endToken - t >= length)) continue
      if (!words.every((word, i) => fold(tokens[t + i]!.text) === fold(word))) continue
      const range = { start: tokens[t]!.start, end: tokens[t + length - 1]!.end, firstToken: t, endToken: t + length, phraseToken: t }
      best = { ...name, ...range, words, folded: fold(words.join(' ')), titles: null, title: '', honorific: null, sex: null, possessive: false }
    }
  }
  return best
}

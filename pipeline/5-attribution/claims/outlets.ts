import { isOutlet } from '../../lexicon/source-nouns.ts'
import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { rangeOf, word, type View } from '../frames/view.ts'
import { countWhile } from '../../model/bisect.ts'

/** A place where an outlet is named or taken up again. */
export interface OutletMention {
  /** Tokens of the name or of what takes it up, its article included. */
  readonly first: number
  readonly end: number
  /** The same for all mentions of one outlet. */
  readonly key: string
  /** Where it was named in full. */
  readonly named: Range
}

const NAME = /^(?:the )?(?:\p{Lu}[\p{L}.’'-]* ?)+$/u
const CAPITAL = /^\p{Lu}/u
/** Tokens of the longest name: `The Wall Street Journal`. */
const LONGEST = 5
/** What takes up the outlet named last. */
const TAKES_UP = /^(?:paper|newspaper|magazine|tabloid|broadcaster|network|website|outlet|publication|agency|daily|weekly)$/

/** What stands before a noun for an outlet that was not named. */
const ANOTHER = /^(?:an?|another|local|his|her|their|its|my)$/
/** Last words of newspapers' names, for those that no lexicon knows: `the Marlow Herald`. By hand, from lists of newspapers. */
const PAPER =
  /^(?:advertiser|bugle|bulletin|chronicle|courier|dispatch|echo|examiner|gazette|herald|inquirer|journal|ledger|mail|news|observer|post|register|sentinel|standard|star|sun|telegraph|times|tribune|weekly)$/

/**
 * The outlets that a text names, in order: by a name of the lexicon, by the last word of newspapers' names, by the last word of one named before (`the Post`), by a noun
 * that takes the last one up (`the newspaper`).
 */
export function outletMentions(view: View): readonly OutletMention[] {
  const found: OutletMention[] = []
  const short = new Map<string, OutletMention>()
  let last: OutletMention | undefined
  for (let i = 0; i < view.tokens.length; ) {
    const mention = outletAt(view, i, short, last)
    if (mention === null) {
      // her local newspaper: another one, which the next `the newspaper` means
      if (TAKES_UP.test(word(view, i)) && ANOTHER.test(word(view, i - 1))) last = undefined
      i++
    } else {
      found.push(mention)
      last = mention
      if (mention.end - mention.first > 1) short.set(view.tokens[mention.end - 1]!.text, mention)
      i = mention.end
    }
  }
  return found
}

function outletAt(view: View, i: number, short: ReadonlyMap<string, OutletMention>, last: OutletMention | undefined): OutletMention | null {
  const the = word(view, i) === 'the'
  if (!the && !CAPITAL.test(view.tokens[i]!.text)) return null
  const most = Math.min(view.tokens.length, i + LONGEST)
  for (let end = most; end > i; end--) {
    if (!CAPITAL.test(view.tokens[end - 1]!.text) || (the && end === i + 1)) continue
    const range = rangeOf(view, i, end)
    const name = view.text.slice(range.start, range.end)
    const known = isOutlet(name) || (end - i > (the ? 2 : 1) && PAPER.test(word(view, end - 1)) && NAME.test(name))
    if (known && !isPartOfName(view, i, end)) return { first: i, end, key: name.replace(/^the /i, ''), named: range }
  }
  if (!the || i + 1 >= view.tokens.length) return null
  const before = short.get(view.tokens[i + 1]!.text) ?? (TAKES_UP.test(word(view, i + 1)) ? last : undefined)
  return before === undefined ? null : { first: i, end: i + 2, key: before.key, named: before.named }
}

/** `Atlantic City`, `Ann Guardian`: the name of something else that has the outlet's in it. */
function isPartOfName({ tokens }: View, first: number, end: number): boolean {
  const isName = (i: number) => tokens[i]?.pos === 'PROPN' && CAPITAL.test(tokens[i].text)
  return isName(end) || isName(first - 1)
}

/** The first of the outlets whose tokens lie in a range, or null; `outlets` in order. */
export function outletTokens(view: View, outlets: readonly OutletMention[], { start, end }: Range): OutletMention | null {
  const found = outlets[indexFrom(outlets, tokenAt(view.tokens, start))]
  return found !== undefined && view.tokens[found.end - 1]!.end <= end ? found : null
}

/** The outlet whose mention ends right before a token, or null; `outlets` in order. */
export function outletBefore(outlets: readonly OutletMention[], token: number): OutletMention | null {
  const before = outlets[indexFrom(outlets, token) - 1]
  return before?.end === token ? before : null
}

/** The first of the outlets that begins at a token or behind it. */
const indexFrom = (outlets: readonly OutletMention[], token: number): number => countWhile(outlets.length, (i) => outlets[i]!.first < token)

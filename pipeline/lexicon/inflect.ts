/** Irregular past forms of the verbs in our lexicons: lemma, past, past participle. Standard English grammar. */
const IRREGULAR: readonly (readonly [string, string, string])[] = [
  ['say', 'said', 'said'],
  ['tell', 'told', 'told'],
  ['write', 'wrote', 'written'],
  ['think', 'thought', 'thought'],
  ['feel', 'felt', 'felt'],
  ['know', 'knew', 'known'],
  ['hear', 'heard', 'heard'],
  ['hold', 'held', 'held'],
  ['find', 'found', 'found'],
  ['speak', 'spoke', 'spoken'],
  ['swear', 'swore', 'sworn'],
  ['foresee', 'foresaw', 'foreseen'],
  ['show', 'showed', 'shown'],
  ['make', 'made', 'made'],
  ['give', 'gave', 'given'],
  ['put', 'put', 'put'],
  ['read', 'read', 'read'],
  ['forbid', 'forbade', 'forbidden'],
  ['bring', 'brought', 'brought'],
  ['lay', 'laid', 'laid'],
  ['set', 'set', 'set'],
  ['go', 'went', 'gone'],
  ['understand', 'understood', 'understood'],
  ['quit', 'quit', 'quit'],
  ['get', 'got', 'got'],
  ['win', 'won', 'won'],
  ['draw', 'drew', 'drawn'],
  ['offer', 'offered', 'offered'],
  ['answer', 'answered', 'answered'],
  ['favor', 'favored', 'favored'],
]
/** Verbs that double their last consonant: regret, admit, ... */
const DOUBLING: ReadonlySet<string> = new Set('regret admit submit quip blog rebut concur aver quit get win set put infer chat commit'.split(' '))

/** The form of a verb: `base` says nothing of the person, `ed` is past tense and participle alike where they do not differ. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ed' | 'ing'

/** All forms of a verb by the rules of English spelling; irregular ones from a list. */
export function inflect(lemma: string): readonly (readonly [string, VerbForm])[] {
  const irregular = IRREGULAR.find(([base]) => base === lemma)
  const stem = DOUBLING.has(lemma) ? lemma + lemma.at(-1) : lemma
  const s = /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
  const ing = `${/[^eoy]e$/.test(stem) ? stem.slice(0, -1) : stem}ing`
  const ed = stem.endsWith('e') ? `${stem}d` : /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`
  const past: [string, VerbForm][] =
    irregular === undefined
      ? [[ed, 'ed']]
      : irregular[1] === irregular[2]
        ? [[irregular[1], 'ed']]
        : [
            [irregular[1], 'past'],
            [irregular[2], 'participle'],
          ]
  return [[lemma, 'base'], [s, 's'], [ing, 'ing'], ...past]
}

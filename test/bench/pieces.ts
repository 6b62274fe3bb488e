// Texts by number and length, for the bench of growth and tests of hostile texts.
const NAMES = ['Ada', 'Bo', 'Cyril', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jun'] as const

/** The nth of endlessly many names, all different. */
const name = (n: number) => `${NAMES[n % 10]} ${NAMES[(n * 7 + 3) % 10]}${letters(n)}`
const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCharCode(97 + (n % 26))

/** Pieces of text by number; each is repeated until the text is long enough. */
export const PIECES: Readonly<Record<string, (n: number) => string>> = {
  news: (n) => `“We will close bridge ${n},” ${name(n)} told reporters. The council said that it would not. According to the Herald, ${name(n + 1)} opposed the plan.\n\n`,
  'many names': (n) => `${name(n)} met ${name(n + 1)}. `,
  'one name': () => 'Ada Boll said she knew Boll. ',
  'the X minister said': (n) => `The ${letters(n)} minister said it rained. `,
  citing: () => 'it closed, citing the Ledger, ',
  'According to': (n) => `According to ${name(n)}, it rained. `,
  'labels of a transcript': () => 'JANE: I will.\n',
  'two speakers of a transcript': (n) => `${n % 2 ? 'Q' : 'A'}: Why would item ${n} matter to them?\n`,
  interview: (n) => `What did you see in ${letters(n)}?\n\nI saw the river rise, and we left.\n\n`,
  'supports opposes': () => 'supports opposes ',
  'supports and opposes with objects': (n) => `${name(n)} supports the dam and opposes the road. `,
  'read more': () => 'Read more: the river\n',
  'one letter a line': () => 'x\n',
  'nested reports': () => 'Jane said John said the FT reported that ',
  'one sentence without an end': () => 'and then they said that it was so and ',
  'quotations alone': () => '“Yes.” ',
  'opening marks': () => '“',
  'straight marks': () => '" ',
  apostrophes: () => "it's 'so' 'n' ",
  'nested marks': () => '“‘a’ b” ',
  brackets: () => '(see [it]) ',
  commas: () => 'red, ',
  'pronouns only': () => 'He said she told him that they knew. ',
  'appositions': (n) => `${name(n)}, the keeper of ${letters(n)}, a friend, said no. `,
  coordination: (n) => `${name(n)} and `,
  'titles': () => 'Prime Minister President Doctor Mayor ',
  'a spokesman for': (n) => `a spokesman for a spokesman for ${letters(n)} `,
  unnamed: (n) => `Officials of ${letters(n)}, who asked not to be named, denied it. `,
  'the idea': () => 'They approved it. Critics slammed the idea. ',
  negation: () => 'He did not say he would not deny it. ',
  'numbers and dates': (n) => `On ${1 + (n % 28)} May ${1900 + (n % 120)}, ${n} of ${n + 3} said 4.5 % was enough. `,
  'one word': () => 'bridge ',
  'no spaces': () => 'bridge',
  'no letters': () => '—',
  'emoji': () => '🦉',
  'blank lines': () => '\n\n',
  'carriage returns': () => 'a b\r\n',
  'lists': (n) => `- point ${n}, he said\n`,
  'headlines': () => 'Mayor Slams Plan For Bridge\n\n',
  'posts': (n) => `${name(n)} (@x${n}) wrote on Twitter:\n\nIt rains.\n\n`,
  'passives': (n) => `The plan was called “mad” by ${name(n)}. `,
  'dashes': () => '― No, he said.\n',
}

/** Pieces one after the other, cut at `length` code units. */
export const textOf = (piece: (n: number) => string, length: number): string => {
  const parts: string[] = []
  for (let n = 0, size = 0; size < length; n++) size += parts[parts.push(piece(n)) - 1]!.length
  return parts.join('').slice(0, length)
}

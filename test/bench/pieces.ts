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
  'labels of pictures': () => 'Sickening: the minister said he would resign. ',
  interview: (n) => `What did you see in ${letters(n)}?\n\nI saw the river rise, and we left.\n\n`,
  'supports opposes': () => 'supports opposes ',
  'supports and opposes with objects': (n) => `${name(n)} supports the dam and opposes the road. `,
  'read more': () => 'Read more: the river\n',
  'one letter a line': () => 'x\n',
  'nested reports': () => 'Jane said John said the FT reported that ',
  'one sentence without an end': () => 'and then they said that it was so and ',
  'one sentence of sources': (n) => `an official of ${letters(n)} who asked not to be named because it was late said and `,
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
  'one quotation of different words': (n) => `${n === 0 ? 'She said: “' : ''}b${letters(n)} `,
  'a quotation that goes on in each paragraph': (n) => `“Item ${n} was lost, and we looked for it.\n\n`,
  'said alone': () => 'said ',
  'that that': () => 'He said that that that ',
  'of the of the': (n) => `the mayor of the town of ${letters(n)} of the `,
  'initials': () => 'J. R. R. T. ',
  'abbreviations': () => 'Mr. Dr. Gen. Sen. Boll ',
  'namesakes': (n) => `${n % 9 ? '' : 'Ada Boll and Gus Boll met. '}Boll said no. `,
  'one surname': (n) => `Boll, ${name(n).split(' ')[0]} ${letters(n)} Boll, said no. `,
  'possessives': (n) => `${letters(n)} Boll’s aide’s friend’s `,
  'names in open brackets': (n) => `(${name(n)} `,
  'open brackets': () => '([{(',
  'angle brackets': () => '<<<>',
  'slashes': () => 'and/or/',
  'addresses': (n) => `https://a.example/${letters(n)}?b=c&d, `,
  'hashtags': (n) => `#${letters(n)} @${letters(n)} `,
  'hyphens': () => 'a-b-c-d-',
  'digits': () => '1234567890',
  'numbers with commas': () => '1,000,000.50 ',
  'capitals': () => 'MAYOR SAYS NO TO BRIDGE ',
  'not not': () => 'not not never no ',
  'who who': () => 'who said which that who ',
  'because': (n) => `because item ${n} fell, `,
  'times of a live blog': (n) => `10:${10 + (n % 50)} - ${name(n)} says it rains.\n`,
  'cells of a table': (n) => `| ${n} | ${letters(n)} `,
  'headings': () => '# Bridge\n\n',
  'lines of a quotation': () => '> He said no.\n',
  'items with colons': (n) => `- Ada ${letters(n)} wrote:\n\n`,
  'statements': (n) => `Ada Boll said in a statement:\n\nBridge ${n} is shut, she said.\n\n`,
  'spaces': () => '          ',
  'lines of spaces': () => ' \n\t\n',
  'combining marks': () => 'a\u0301\u0302',
  'joiners': () => 'a\u200d\u200b',
  'halves of pairs': () => '\ud83e ',
  'controls': () => '\u001b[1m\u0007',
  'characters without spaces': () => '桥已关闭',
  'colons': () => 'Boll: no: yes: ',
  'semicolons': (n) => `he said ${n}; `,
  'ellipses': () => '“No…” … ',
  'corrections and credits': (n) => `(Reporting by ${name(n)}; Editing by ${name(n + 1)})\n`,
  'one description': () => 'A spokesman said no. The spokesman said yes. ',
  'nationalities': () => 'French German British Polish ',
}

/** A file that is made of one piece over and over. */
export interface Container {
  readonly ending: string
  readonly head?: string
  readonly piece: (n: number) => string
  readonly tail?: string
}

/** Files other than plain texts, by what they are made of. */
export const CONTAINERS: Readonly<Record<string, Container>> = {
  'page of paragraphs': { ending: 'html', piece: (n) => `<p>${name(n)} said that bridge ${n} would close.</p>\n` },
  'page of open boxes': { ending: 'html', piece: () => '<div>' },
  'page of open boxes with words': { ending: 'html', piece: () => '<div><span>Owls ' },
  'page of open styles': { ending: 'html', piece: () => '<b><i>x' },
  'page of open paragraphs': { ending: 'html', piece: () => '<p>Owls' },
  'page of links': { ending: 'html', piece: (n) => `<a href="/${n}">Owl ${n}</a> ` },
  'page of open links': { ending: 'html', piece: () => '<a href=x>' },
  'page of cells': { ending: 'html', piece: () => '<table><tr><td>' },
  'page of lists': { ending: 'html', piece: () => '<ul><li>Owl' },
  'page of breaks': { ending: 'html', piece: () => 'Owl<br>' },
  'page of comments': { ending: 'html', piece: () => '<!--' },
  'page of scripts': { ending: 'html', piece: () => '<script>' },
  'page of less-than signs': { ending: 'html', piece: () => '<' },
  'page of entities': { ending: 'html', piece: () => '&amp;&nbsp' },
  'page of attributes': { ending: 'html', head: '<p ', piece: (n) => `${letters(n)}="x" ` },
  'page of metadata': { ending: 'html', piece: (n) => `<meta name="author" content="${name(n)}">` },
  'page of structured data': { ending: 'html', piece: (n) => `<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"${name(n)}"}}</script>` },
  'page of closing tags': { ending: 'html', head: '<p>Owls', piece: () => '</div></p>' },
  'table of rows': { ending: 'csv', head: 'id,text\n', piece: (n) => `${n},${name(n)} said it rained.\n` },
  'table of one id': { ending: 'csv', head: 'id,text\n', piece: () => 'x,It rained.\n' },
  'table with an open mark': { ending: 'csv', head: 'id,text\n1,"', piece: () => 'It rained.\n' },
  'table of marks': { ending: 'csv', head: 'id,text\n', piece: () => '""","' },
  'table of columns': { ending: 'csv', head: 'id,text', piece: (n) => `,c${n}` },
  'rows of JSON': { ending: 'jsonl', piece: (n) => `{"id":${n},"text":"It rained."}\n` },
  'rows that are none': { ending: 'jsonl', piece: () => '{"id":\n' },
  'one deep row': { ending: 'jsonl', head: '{"text":"It rained.","more":', piece: () => '[' },
  'feed of items': { ending: 'xml', head: '<?xml version="1.0"?><rss version="2.0"><channel><title>Owls</title>', piece: (n) => `<item><title>Owl ${n}</title><description>${name(n)} said that it rained.</description></item>`, tail: '</channel></rss>' },
  'feed of open items': { ending: 'xml', head: '<?xml version="1.0"?><rss version="2.0"><channel>', piece: () => '<item><title>' },
  'mail of headers': { ending: 'eml', head: 'From: a@b.example\n', piece: (n) => `X-${letters(n)}: x\n`, tail: '\n\nIt rained.' },
  'mail of parts': { ending: 'eml', head: 'Content-Type: multipart/mixed; boundary=x\n\n', piece: () => '--x\nContent-Type: text/plain\n\nIt rained.\n' },
  'front matter': { ending: 'md', head: '---\n', piece: (n) => `k${n}: [v]\n`, tail: '---\nIt rained.' },
}

const words = (n: number, word: (i: number) => string) => Array.from({ length: n }, (_, i) => word(i)).join(' ')

/** Two texts of so many words each. */
export const PAIRS: Readonly<Record<string, (n: number) => readonly [string, string]>> = {
  'the same words': (n) => [words(n, (i) => `b${letters(i)}`), words(n, (i) => `b${letters(i)}`)],
  'different words': (n) => [words(n, (i) => `b${letters(i)}`), words(n, (i) => `c${letters(i)}`)],
  'the same words but one': (n) => [`${words(n, (i) => `b${letters(i)}`)} owl`, `${words(n, (i) => `b${letters(i)}`)} cat`],
  'the same words the other way round': (n) => [words(n, (i) => `b${letters(i)}`), words(n, (i) => `b${letters(n - 1 - i)}`)],
  'half of the words': (n) => [words(n, (i) => `b${letters(i)}`), words(n, (i) => `b${letters(i + n / 2)}`)],
  'different names': (n) => [words(n, name), words(n, (i) => name(i + n))],
  'names exchanged': (n) => [words(n, (i) => `met ${name(i)}`), words(n, (i) => `met ${name(i ^ 1)}`)],
  'different numbers': (n) => [words(n, String), words(n, (i) => String(i + n))],
  'years': (n) => [`${words(n, () => 'May')} 2001`, words(n, () => '2001')],
  'negations': (n) => [words(n, (i) => `not b${letters(i)}`), words(n, (i) => `b${letters(i)}`)],
  'synonyms': (n) => [words(n, (i) => ['big', 'large', 'house', 'home'][i % 4]!), words(n, (i) => ['great', 'huge', 'building', 'dwelling'][i % 4]!)],
  'open brackets and marks': (n) => [words(n, () => '(a'), words(n, () => '“a')],
}

/** Pieces one after the other, cut at `length` code units. */
export const textOf = (piece: (n: number) => string, length: number): string => {
  const parts: string[] = []
  for (let n = 0, size = 0; size < length; n++) size += parts[parts.push(piece(n)) - 1]!.length
  return parts.join('').slice(0, length)
}

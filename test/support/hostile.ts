import fc from 'fast-check'

/** Pieces that have broken segmenters: half characters, controls, marks of every kind, scripts, words that end in stops. */
const PIECES = [
  '\ud800', '\udc00', '\0', '\u0007', '\ufeff', '\u200b', '\u202e', '\u2028', '\u0085', '\u00a0', '\r', '\n', '\r\n', '\n\n', '\t', ' ', '  ',
  '"', "'", "''", "'''", '``', '“', '”', '‘', '’', '«', '»', '„', '‟', '′', '″', '`', '´', '(', ')', '[', ']', '{', '<', '>',
  '.', '..', '...', '. . .', '…', '!', '?', '?!', ',', ':', ';', '-', '--', '—', '–', '/', '|', '*', '***', '_', '=', '#', '@', '&', '%', '°',
  'U.S.', 'Mr.', 'Dr', 'p.m.', 'J.', 'No.', '1.', '1)', 'a)', '•', "it's", 'don’t', 'O’Hara', "workers'", "'em", "'90s", '6\'2"', 'n’t', "'s", 'I',
  'he', 'said', 'The', 'Oslo', 'naïve', 'İstanbul', 'ﬁ', '🙂', '👩‍👩‍👧', '🇳🇴', 'e\u0301', 'العربية', 'שלום', '中文。', 'https://a.example/b?c=d.', 'a@b.example',
  '05/17/2019 08:02 PM', '12"', '$5m', '3.5', '1,000', '--------', 'constructor', '__proto__', 'x'.repeat(400), '"'.repeat(350), '.'.repeat(350),
] as const

/** Any text: random code units, and pieces in any order, with and without spaces. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom('"', "'", '“', '”', '‘', '’', "''", ' ', 'a', '.', '\n'), { maxLength: 60 }).map((pieces) => pieces.join('')),
)

/** One personal or relative pronoun, with what it says about whom it can stand for. */
export interface Pronoun {
  readonly form: string
  readonly person: 1 | 2 | 3
  readonly number: 'singular' | 'plural' | 'either'
  /** `thing` for it: organizations, countries, documents. */
  readonly gender: 'male' | 'female' | 'thing' | null
  readonly role: 'subject' | 'object' | 'possessive' | 'reflexive' | 'relative'
}

type Row = readonly [forms: readonly string[], person: Pronoun['person'], number: Pronoun['number'], gender: Pronoun['gender']]
const ROLES = ['subject', 'object', 'possessive', 'possessive', 'reflexive'] as const

/** Forms stand in the order subject, object, possessive, possessive alone, reflexive. */
const ROWS: readonly Row[] = [
  [['he', 'him', 'his', 'his', 'himself'], 3, 'singular', 'male'],
  [['she', 'her', 'her', 'hers', 'herself'], 3, 'singular', 'female'],
  [['it', 'it', 'its', 'its', 'itself'], 3, 'singular', 'thing'],
  [['they', 'them', 'their', 'theirs', 'themselves'], 3, 'plural', null],
  [['i', 'me', 'my', 'mine', 'myself'], 1, 'singular', null],
  [['we', 'us', 'our', 'ours', 'ourselves'], 1, 'plural', null],
  [['you', 'you', 'your', 'yours', 'yourself'], 2, 'either', null],
]
const RELATIVE = ['who', 'whom', 'whose', 'which', 'that']

/** The pronouns of English by their form in lower case; the first row and role that a form has in the table counts. */
export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map(
  [
    ...RELATIVE.map((form): Pronoun => ({ form, person: 3, number: 'either', gender: null, role: 'relative' })),
    ...ROWS.flatMap(([forms, person, number, gender]) =>
      forms.map((form, i): Pronoun => ({ form, person, number, gender, role: ROLES[i]! })),
    ),
  ]
    .toReversed()
    .map((p) => [p.form, p]),
)

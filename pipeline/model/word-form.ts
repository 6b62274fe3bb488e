/** What a token is apart from its place: one object for all tokens of one wording, lemma and part of speech. */
export interface WordForm {
  readonly text: string
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string
  readonly lemma: string
  readonly pos: string
  /** By the numbers of {@link perForm}: what was worked out of it. */
  readonly known: unknown[]
}

/** Forms by their text. Bounded, so that memory does not grow with the number of articles; a form may come again as another object. */
const forms = new Map<string, WordForm[]>()
const MOST = 60_000

/** The form of a token. */
export function formOf(text: string, lower: string, lemma: string, pos: string): WordForm {
  const alike = forms.get(text)
  const found = alike?.find((each) => each.pos === pos && each.lemma === lemma)
  if (found) return found
  const form = { text, lower, lemma, pos, known: Array.from<unknown>({ length: numbers }) }
  if (alike) alike.push(form)
  else {
    if (forms.size >= MOST) forms.clear()
    forms.set(text, [form])
  }
  return form
}

let numbers = 0

/** A function of word forms that is worked out once for each form and kept with it. To be called where modules are loaded, no more often. */
export function perForm<T>(make: (form: WordForm) => T & {}): (form: WordForm) => T & {} {
  const number = numbers++
  return (form) => (form.known[number] ??= make(form)) as T & {}
}

/**
 * English words that every text is full of, whatever it is about: articles, prepositions, conjunctions, pronouns and auxiliaries.
 * Words that other European languages spell the same (`in`, `an`, `was`, `die`, `is`) are left out as far as that is possible.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `the of and to that for it with as his on be at by this had not are but from or have they which one you were all her she there
   would their we him been has when who will no more if out so up what its about into than them can only other some could these two
   may then do first any my now such like our over me even most made after also did many before must through your much where
   said says should because each just those how too while during both between without against under whether since until`
    .trim()
    .split(/\s+/),
)

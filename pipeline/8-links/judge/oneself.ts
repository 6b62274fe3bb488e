/** Words that stand for the speaker where they begin what is said. */
const ONESELF = /^["“”'‘ .…]*(?:that |if |when )?(?:I|[Ww]e|[Mm]y|[Oo]ur|[Ii]t|[Ii]ts|[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)(?:['’]\p{L}+)?\b/u
const FIRST_PERSON = /["“][^”"]*\b(?:I|[Mm]y|[Mm]yself)\b/

/** Whether what is said has a pronoun for its subject, so that it is of another where another says it (`it had fired`, `she would run`). */
export const speaksOfOneself = (text: string): boolean => ONESELF.test(text) || FIRST_PERSON.test(text)

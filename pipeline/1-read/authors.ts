/** Words that make a byline the paper's own, or a role, not a person's name. */
const NO_PERSON = /\b(?:staff|admin|administrator|editors?|editorial|newsroom|news|desk|team|reporters?|correspondents?|writers?|contributors?|agenc(?:y|ies)|press|times|post|media|web|online|guest|author|posted|updated|published|share|comments?|follow|read|more|about|contact|reuters|bloomberg|afp|wires?|services?|releases?)\b/iu
const INTRODUCED = /^\s*(?:(?:(?:written|reported|posted|published|story|words|text|article|edited)\s+)?by|from|author)\b[:\s]*/iu
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:(?:de|da|van|von|der|den|al|el|bin|la|le|du|di|y) )*\p{Lu}[\p{L}\p{M}.'’-]*){1,4}$/u

/**
 * The people that a byline names, in order: `By JANE DOE and John Roe, Hill Town News` -> Jane Doe, John Roe. Roles, agencies, desks and
 * addresses are no authors; nor is a single word, which is a user's name as often as a person's.
 */
export function authorsIn(byline: string): readonly string[] {
  const text = byline.replace(INTRODUCED, '').replace(/\s+/g, ' ').trim()
  if (text.length > 200 || /https?:|www\./i.test(text)) return []
  const names = text
    .split(/\s*(?:[,;|/•·(–—]|\s-\s|\band\b|&|\bwith\b|\bin\b|\bfor\b|\bat\b|@|\bon\b)\s*/u)
    .map((part) => uncapitalised(part.replace(INTRODUCED, '').replace(/[.,:]+$/, '').trim()))
    .filter((part) => NAME.test(part) && !NO_PERSON.test(part))
  return [...new Set(names)]
}

/** `JANE DOE` as `Jane Doe`: bylines are often set in capitals. */
function uncapitalised(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.replace(/\p{L}[\p{L}\p{M}]+/gu, (word) => (word.length > 2 ? word[0]! + word.slice(1).toLowerCase() : word))
}

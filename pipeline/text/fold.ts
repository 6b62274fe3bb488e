const WITH_STOPS = /\b((?:\p{L}\.){2,})/gu
const ACCENTS = /\p{M}/gu
const WORDS = /[\p{L}\p{N}]+/gu

/** The words of a text in lower case, without accents, the points of an abbreviation (U.S. -> us) and a possessive s. */
export function foldWords(text: string): string[] {
  const plain = text
    .replace(WITH_STOPS, (abbreviation) => abbreviation.replaceAll('.', ''))
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[’']s\b/gu, '')
  return plain.match(WORDS) ?? []
}

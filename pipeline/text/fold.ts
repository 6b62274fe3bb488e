/** The words of a text in lower case, without accents, the points of an abbreviation (U.S. -> us) and a possessive s. */
export function foldWords(text: string): string[] {
  const plain = text
    .replace(/\b((?:\p{L}\.){2,})/gu, (abbreviation) => abbreviation.replaceAll('.', ''))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/gu, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

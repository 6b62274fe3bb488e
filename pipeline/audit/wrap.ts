import { stripVTControlCharacters } from 'node:util'

/** Text wrapped at words to a width, each line after an indent of spaces; a word that is longer than a line stands alone. */
export function wrap(text: string, width: number, indent = 0, firstIndent = indent): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const room = Math.max(20, width - (lines.length === 0 ? firstIndent : indent))
    if (line !== '' && visible(line) + 1 + visible(word) > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  return lines.map((each, i) => `${' '.repeat(i === 0 ? firstIndent : indent)}${each}`).join('\n')
}

/** How many columns a text takes, colours aside. */
function visible(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length
}

/** Without line ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** In quotation marks, in one line; words that have marks at both ends keep theirs. */
export function inMarks(text: string): string {
  const line = oneLine(text)
  return /^["“‘'].*["”’']$/u.test(line) ? line : `“${line}”`
}

import type { Node, Page } from './page/dom.ts'

const MARK = /["“”„«»]/
/** The line below a quotation that says whose it is: `— Jane Doe`. */
const SIGNED = /^\s*[—–―-]\s*\S/
const EMBEDDED = /\b(?:twitter-tweet|instagram-media|bluesky-embed|mastodon-embed|fb-post)\b/
/** Shorter texts of a link are rather labels than paragraphs. */
const SENTENCE = 40

/**
 * Makes the quotations of a page visible in its text: marks around `<q>`, around posts set in a page, and around block quotations that a
 * colon introduces or a line or caption below them signs; that line stays where a reader of main texts would drop it. A paragraph that is all link
 * loses the link, since link lists are dropped. Changes the page and gives it back.
 */
export function withQuotationMarks(page: Page): Page {
  for (const q of page.querySelectorAll('q')) if (!MARK.test((q.textContent ?? '').trim()[0] ?? '“')) enclose([q], q.parentElement?.closest('q') ? '‘’' : '“”')
  for (const block of page.querySelectorAll('blockquote')) markBlock(page, block)
  for (const link of page.querySelectorAll('p a')) unlink(link)
  return page
}

function markBlock(page: Page, block: Node): void {
  const figure = block.closest('figure')
  const own = block.querySelector('footer') ?? block.querySelector('cite')
  const signature = own ?? figure?.querySelector('figcaption') ?? null
  const embedded = EMBEDDED.test(block.className)
  const words = block.textContent ?? ''
  const introduced = /:\s*$/.test(block.previousElementSibling?.textContent ?? '')
  if (signature !== null) {
    const line = page.createElement('p')
    const text = (signature.textContent ?? '').trim()
    line.append(SIGNED.test(text) ? text : `— ${text}`)
    signature.replaceWith(line)
    figure?.replaceWith(...figure.childNodes)
  }
  if (MARK.test(words) || block.querySelector('blockquote') !== null || !(introduced || embedded || signature !== null)) return
  if (embedded && !MARK.test(words)) return showPost(page, block)
  const paragraphs = [...block.querySelectorAll('p')].filter((p) => (p.textContent ?? '').trim() !== '' && !SIGNED.test(p.textContent ?? ''))
  if (paragraphs.length > 0) enclose(paragraphs, '“”')
  else if (own === null) enclose([block], '“”')
}

/** A post as paragraphs of the page: readers of main texts drop what looks embedded. */
function showPost(page: Page, block: Node): void {
  const said = [...block.querySelectorAll('p')].map((p) => (p.textContent ?? '').trim()).filter((text) => text !== '')
  const rest = (block.textContent ?? '').replace(/\s+/g, ' ')
  const signature = /[—–―]\s*\p{Lu}[^—–―(]{1,60}(?=\()/u.exec(rest)?.[0].trimEnd()
  if (said.length === 0) return
  const lines = said.map((text, i) => `“${text}${i + 1 === said.length ? '”' : ''}`)
  // in one paragraph with the words: a line of its own is dropped as a byline
  if (signature !== undefined) lines.push(`${lines.pop()!} ${signature}`)
  const shown = lines.map((text) => {
    const p = page.createElement('p')
    p.append(text)
    return p
  })
  block.replaceWith(...shown)
}

/** Marks before each of the elements and behind the last, as a quotation of several paragraphs has them. */
function enclose(elements: readonly Node[], marks: string): void {
  for (const each of elements) each.prepend(marks[0]!)
  elements.at(-1)?.append(marks[1]!)
}

function unlink(link: Node): void {
  const words = (link.textContent ?? '').trim()
  if (words.length < SENTENCE || !/[.!?][”"’')]*$/.test(words) || words !== (link.closest('p')?.textContent ?? '').trim()) return
  link.replaceWith(...link.childNodes)
}

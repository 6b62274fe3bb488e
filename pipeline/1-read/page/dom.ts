import { parseHTML } from 'linkedom'

/** As much of the DOM as is used here; the compiler knows no browser. */
export interface Node {
  readonly nodeType: number
  readonly tagName: string
  readonly className: string
  readonly textContent: string | null
  /** Built anew at each access. */
  readonly childNodes: Iterable<Node>
  readonly previousElementSibling: Node | null
  readonly parentElement: Node | null
  innerHTML: string
  getAttribute(name: string): string | null
  closest(selector: string): Node | null
  prepend(text: string): void
  append(...nodes: readonly (Node | string)[]): void
  replaceWith(...nodes: readonly Node[]): void
  querySelector(selector: string): Node | null
  querySelectorAll(selector: string): Iterable<Node>
}
export interface Page {
  readonly body: Node | null
  readonly documentElement: Node
  createElement(name: string): Node
  querySelector(selector: string): Node | null
  querySelectorAll(selector: string): Iterable<Node>
  toString(): string
}

/** Elements that are closed by what follows them, and those that hold nothing: they do not nest. */
const NO_DEPTH = /^(?:p|li|dt|dd|t[dhr]|tbody|thead|tfoot|option|optgroup|r[pt]|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|!.*)$/i
/** The parser's time grows with the depth of a page. News pages are 60 deep. */
const DEEPEST = 3_000
const TAG = /<(\/?)([a-z!][^\s<>/]*)[^<>]*>/gi

/** How deep the open tags of a page nest at most, as a parser would have them. Linear. */
function depthOfTags(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, closing, name] of html.matchAll(TAG)) {
    if (NO_DEPTH.test(name!)) continue
    depth = Math.max(0, depth + (closing ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** A page without the tags that nest. */
const flat = (html: string) => html.replace(/<\/?(?!(?:meta|title|script|style)\b)[a-z][^<>]*>/gi, '<br>')

/** The parser's time grows with the square of a tag's attributes. Tags of pages have up to some dozens. */
const MOST_ATTRIBUTES = 1_000
const TAG_NAME = /<[a-z][^\s/>]*/gi
const ATTRIBUTE = /[\s/]*[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?|[\s/=]+/y

/** A page whose tags have so many attributes at most; what is more is cut off. Linear. */
function fewAttributes(html: string): string {
  const parts: string[] = []
  let from = 0
  TAG_NAME.lastIndex = 0
  while (TAG_NAME.test(html)) {
    ATTRIBUTE.lastIndex = TAG_NAME.lastIndex
    let count = 0
    let cut = ATTRIBUTE.lastIndex
    for (; ATTRIBUTE.test(html); count++) {
      if (count <= MOST_ATTRIBUTES) cut = ATTRIBUTE.lastIndex
      TAG_NAME.lastIndex = ATTRIBUTE.lastIndex
    }
    if (count <= MOST_ATTRIBUTES) continue
    parts.push(html.slice(from, cut))
    from = TAG_NAME.lastIndex
  }
  return parts.join('') + html.slice(from)
}

/** The parser makes a node of each sign that opens nothing and of each entity, and none of its lists takes many more. */
const MOST_SIGNS = 200_000
const SIGN = /&|<(?![a-z/!?])/gi

/** A document with a body, also for a fragment. Of a page that nests without end the tags are taken as line ends. @throws Error for a page of signs that no parser takes. */
export function parsePage(given: string): Page {
  if (given.length > MOST_SIGNS && (given.match(SIGN)?.length ?? 0) > MOST_SIGNS) throw new Error(`it has more than ${MOST_SIGNS} entities and signs that open no tag`)
  const html = fewAttributes(depthOfTags(given) > DEEPEST ? flat(given) : given)
  const body = /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html>${body}</html>`
  return parseHTML(whole).document as unknown as Page
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(' '),
)
const LEFT_OUT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG BUTTON IFRAME HEAD FIGCAPTION'.split(' '))

/** Characters without a width, which split words that a reader sees whole: soft hyphen, zero-width space and joiners, word joiner. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** The text of an element as a browser would lay it out: white space collapsed, blocks apart, `<br>` as a line end. Any depth. */
export function blockText(root: Node): string {
  const blocks: string[] = []
  let current: string[] = []
  const flush = () => {
    const text = current.join('').replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()
    if (text) blocks.push(text)
    current = []
  }
  const open: { readonly block: boolean; readonly children: Iterator<Node> }[] = []
  const enter = (node: Node) => {
    if (node.nodeType === 3) current.push((node.textContent ?? '').replace(INVISIBLE, '').replace(/\s+/g, ' '))
    const name = node.nodeType === 1 ? node.tagName.toUpperCase() : ''
    if (!name || LEFT_OUT.has(name)) return
    if (name === 'BR') current.push('\n')
    const block = BLOCKS.has(name)
    if (block) flush()
    open.push({ block, children: node.childNodes[Symbol.iterator]() })
  }
  enter(root)
  while (open.length) {
    const top = open.at(-1)!
    const child = top.children.next()
    if (!child.done) enter(child.value)
    else {
      open.pop()
      if (top.block) flush()
    }
  }
  flush()
  return blocks.join('\n\n')
}

/** {@link blockText} of all of a page. */
export const pageText = (page: Page): string => blockText(page.body ?? page.documentElement)

/** How deep the elements of a page are nested, and how many there are. */
export function sizeOf(root: Node): { readonly depth: number; readonly elements: number } {
  let depth = 0
  let elements = 0
  let level: Node[] = [root]
  while (level.length) {
    depth++
    elements += level.length
    const below: Node[] = []
    for (const node of level) for (const child of node.childNodes) if (child.nodeType === 1) below.push(child)
    level = below
  }
  return { depth, elements }
}

import { readFileSync } from 'node:fs'
import { lean, linkInput, type LinkInput } from '../8-links/input.ts'
import { samplePassages } from '../8-links/origins/passages.ts'
import type { OutputFolder } from '../9-output/files.ts'
import type { Journal } from '../9-output/journal.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { indexedArticle, type IndexedArticle } from '../store/indexed.ts'
import { decode } from '../text/decode.ts'
import { heldApart } from './apart.ts'
import type { About } from './summary.ts'

/** The parts of what the journal holds of an article: its row of the index, what is linked of it, and of that its passages, which are read of few. */
const [INDEXED, LINKED, PASSAGES] = [0, 1, 2]

/** What comes after needs of an article, for the journal. */
export function moreOf(article: AnnotatedArticle, text: string): readonly string[] {
  const { passages, ...linked } = linkInput(article, text)
  return [indexedArticle(article), linked, passages].map((part) => JSON.stringify(part))
}

/**
 * What linking needs of a written article, from the journal; where that is damaged, or a person put something right, from the article itself; and
 * what tells it from another, null where only all of it would tell.
 */
export function linkInputOf(id: string, out: OutputFolder, journal: Journal<About>): { readonly input: LinkInput; readonly content: string | null } {
  const known = journal.more(id, LINKED)
  const file = out.articlePath(id)
  const read = () => JSON.parse(readFileSync(regular(file), 'utf8')) as AnnotatedArticle
  const kept = (line: string): LinkInput => {
    const linked = JSON.parse(line) as Omit<LinkInput, 'passages'>
    return {
      ...linked,
      claims: linked.claims.map(lean),
      get passages() {
        const passages = journal.more(id, PASSAGES)
        return passages === null ? sampledAgain(read) : (JSON.parse(passages) as LinkInput['passages'])
      },
    }
  }
  if (known !== null && journal.get(id)?.corrections === null) return { input: kept(known), content: journal.hashesOfMore(id)[LINKED]! }
  const article = read()
  const input = known === null ? linkInput(article, textOf(article)) : kept(known)
  const apart = heldApart(article, file, textOf)
  return { input: apart.length === 0 ? input : { ...input, apart }, content: null }
}

/** The passages of an article whose part of the journal is damaged; none where its file went away too, which costs the search for copied passages only. */
function sampledAgain(read: () => AnnotatedArticle): LinkInput['passages'] {
  try {
    return samplePassages(textOf(read())).passages
  } catch {
    return []
  }
}

/** What the index holds of an article, from the journal; null where that is damaged. */
export function indexedOf(id: string, journal: Journal<About>): IndexedArticle | null {
  const known = journal.more(id, INDEXED)
  return known === null ? null : (JSON.parse(known) as IndexedArticle)
}

/** The article's text; empty where its file went away since it was annotated, which costs the search for copied passages only. */
function textOf({ source }: AnnotatedArticle): string {
  try {
    return decode(readFileSync(regular(source.textPath ?? source.path ?? ''))).text
  } catch {
    return ''
  }
}

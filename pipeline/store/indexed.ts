import type { AnnotatedArticle } from '../model/schema.ts'
import { telling } from './words.ts'

/** What the index holds of an article: words are stems, joined by a space. */
export interface IndexedArticle {
  readonly id: string
  readonly claimtrace: string
  readonly sha256: string
  readonly outlet: string
  readonly speakers: Readonly<Record<string, { readonly anonymous: boolean; readonly names: string }>>
  readonly claims: readonly { readonly id: string; readonly confidence: number; readonly said: string; readonly length: number; readonly speakers: readonly string[]; readonly targets: string }[]
}

export function indexedArticle({ source, claimtrace, speakers, claims }: AnnotatedArticle): IndexedArticle {
  return {
    id: source.id,
    claimtrace,
    sha256: source.sha256,
    outlet: stems(source.outlet, source.title),
    speakers: Object.fromEntries(speakers.map(({ id, kind, name, descriptions }) => [id, { anonymous: kind === 'anonymous', names: stems(name, ...descriptions) }])),
    claims: claims.map(({ id, confidence, content, speaker, stance }) => {
      const said = content.flatMap(({ exact }) => telling(exact))
      return { id, confidence, said: said.join(' '), length: said.length, speakers: speaker.ids, targets: stems(...stance.flatMap(({ target }) => [target.text, target.topic])) }
    }),
  }
}

/** The stems of some texts. */
export const stems = (...texts: readonly (string | null)[]): string => telling(texts.filter((text) => text !== null).join(' ')).join(' ')

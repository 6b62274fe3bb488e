import type { AnnotatedArticle, Claim } from '../model/schema.ts'

/** What a stance is about, as groups compare it. */
export const topicOf = ({ topic, target }: { readonly topic: string | null; readonly target: string }): string => topic ?? target.toLowerCase()

/** A claim's content in one line; what stands between its parts is left out. */
export function wordsOf({ content }: Claim): string {
  return content.map(({ exact }) => exact.replace(/\s+/g, ' ')).join(' … ')
}

/** Whether everybody who said it is unnamed, or nobody is given. */
export function isAnonymous({ article, claim }: { readonly article: AnnotatedArticle; readonly claim: Claim }): boolean {
  return claim.speaker.ids.every((id) => article.speakers.find((speaker) => speaker.id === id)?.kind === 'anonymous')
}

import { PRONOUNS } from '../../lexicon/pronouns.ts'
import type { SegmentedText } from '../../model/layers.ts'
import type { Discourse } from './discourse.ts'
import type { Entity } from '../entities/entities.ts'

/** What makes an article an interview without labels: it says so near the top, and has paragraphs that are questions. */
const LEAST_QUESTIONS = 2
const TOP = 2000
/** The end of a paragraph that is looked at for a question mark. */
const LAST = 20

/** Who is asked in an interview whose answers carry no label: the person named most before the first question; null in other articles. */
export function intervieweeOf({ text, directory }: Discourse): Entity | null {
  if (!/\binterview/i.test(text.text.slice(0, TOP))) return null
  const questions = text.paragraphs.map((_, i) => i).filter((i) => isQuestion(text, i))
  if (questions.length < LEAST_QUESTIONS) return null
  const begins = text.paragraphs[questions[0]!]!.start
  const counted = directory.entities
    .filter((e) => e.kind === 'person' && e.names.some((n) => n.words.length > 1))
    .map((entity) => ({ entity, count: entity.names.filter((n) => n.start < begins).length }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  return first && first.count > (second?.count ?? 0) ? first.entity : null
}

/** Whether a pronoun at a token means the one who is asked: `I` in an answer, `you` in a question. */
export function meansInterviewee(text: SegmentedText, token: number): boolean {
  const { lower, text: word, paragraph } = text.tokens[token]!
  const pronoun = PRONOUNS.get(lower)
  if (isQuestion(text, paragraph)) return lower === 'you' || lower === 'your'
  return word !== 'i' && pronoun?.person === 1 && pronoun.number === 'singular'
}

/** Whether a paragraph ends in a question that is nobody's quotation. */
function isQuestion({ text, paragraphs }: SegmentedText, i: number): boolean {
  const { start, end } = paragraphs[i]!
  return text.slice(Math.max(start, end - LAST), end).trimEnd().endsWith('?')
}

import { useEffect, useState } from 'preact/hooks'
import type { Range } from '../../model/span.ts'

/** What is selected in the article's text, without white space at its ends. */
export interface Selected {
  /** The last passage that was selected; it stays when the focus goes elsewhere. */
  readonly last: Range | null
  /** What is selected now, or else the last. */
  readonly now: () => Range | null
}

export function useSelection(text: string): Selected {
  const [last, setLast] = useState<Range | null>(null)
  useEffect(() => {
    const changed = () => setLast((before) => selectedRange(text) ?? before)
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [text])
  return { last, now: () => selectedRange(text) ?? last }
}

function selectedRange(text: string): Range | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const [start, end] = [offsetOf(startContainer, startOffset), offsetOf(endContainer, endOffset)]
  return start === null || end === null ? null : trimmed(text, { start, end })
}

/** The place in the article's text of a place in the page: each stretch tells where it begins. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? (node.childNodes[offset] ?? node.lastChild ?? node) : node
  const stretch = (element instanceof Element ? (element.querySelector('[data-start]') ?? element) : element.parentElement)?.closest('[data-start]')
  if (!(stretch instanceof HTMLElement)) return null
  const start = Number(stretch.dataset['start'])
  return node instanceof Text ? start + offset : start + (node instanceof Element && offset >= node.childNodes.length ? (stretch.textContent?.length ?? 0) : 0)
}

function trimmed(text: string, { start, end }: Range): Range | null {
  const raw = text.slice(start, end)
  const from = start + raw.length - raw.trimStart().length
  const to = end - (raw.length - raw.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}

const WORD = /[^\s]+/g

/** The range with its start or end moved by one word, for those who select by keyboard; itself where there is no word left. */
export function moved(text: string, { start, end }: Range, side: 'start' | 'end', by: -1 | 1): Range {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  if (side === 'start') {
    const next = by === 1 ? words.find((word) => word.start > start) : words.findLast((word) => word.start < start)
    return next === undefined || next.start >= end ? { start, end } : { start: next.start, end }
  }
  const next = by === 1 ? words.find((word) => word.end > end) : words.findLast((word) => word.end < end)
  return next === undefined || next.end <= start ? { start, end } : { start, end: next.end }
}

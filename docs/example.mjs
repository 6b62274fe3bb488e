// claimtrace as a library: one article, many in a stream, links, and which sources support a claim.
// Run it: node docs/example.mjs (inside this project), or copy it to your own after `npm install claimtrace`.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_CONFIG, annotate, articleOf, audit, extract, link, linkInput, openOutput, run } from 'claimtrace'

const TEXTS = {
  herald: 'The old owls of the mill came back in March. “They will stay until the end of the winter,” the keeper Ann Roe said on Monday.',
  news: 'Owls are back at the mill. The keeper Ann Roe said on Monday that they will stay until the end of the winter. The mayor Bo Doe supports the plan.',
}

// One article: text in, claims out. Offsets are UTF-16 code units of the text.
const article = annotate(articleOf(TEXTS.herald, { id: 'herald', outlet: 'Hill Herald' }))
for (const { content, speaker, commitment } of article.claims) console.log('claim:', content.map(({ exact }) => exact).join(' … '), '|', speaker.mention?.exact, '|', commitment.label)

// Links: which claims of different articles say the same, and on how many independent origins each rests.
const inputs = Object.entries(TEXTS).map(([id, text]) => linkInput(annotate(articleOf(text, { id })), text))
for (const { type, a, b, confidence } of link(inputs, NO_CONFIG).links) console.log('link:', type, a.article, b.article, confidence)

// Many articles as a stream: files, folders, tables; one answer at a time, in the order of the input.
const folder = await mkdtemp(join(tmpdir(), 'claimtrace-example-'))
try {
  const paths = await Promise.all(
    Object.entries(TEXTS).map(async ([id, text]) => {
      const path = join(folder, `${id}.txt`)
      await writeFile(path, text)
      return path
    }),
  )
  const options = { config: NO_CONFIG, textPathOf: () => null, stdin: process.stdin, minConfidence: 0.5, attitudes: true }
  for await (const answer of extract(paths, options)) console.log('stream:', 'code' in answer ? answer.message : `${answer.source.id}, ${answer.claims.length} claims`)

  // The whole job with files, then the question: which sources support this?
  const out = join(folder, 'output')
  await run(paths, { out, config: NO_CONFIG, stdin: process.stdin })
  const question = { words: 'stay until the end of the winter', speaker: null, target: null, contested: false, singleSource: false, anonymous: false }
  for (const { text, support, sources } of audit(openOutput(out), question, 3).groups) console.log('audit:', text, '|', support.independent, 'independent |', sources.map(({ article: id }) => id).join(', '))
} finally {
  await rm(folder, { recursive: true })
}

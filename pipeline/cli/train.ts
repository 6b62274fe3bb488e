import type { Command } from 'commander'
import { regular } from '../model/regular.ts'
import { folderName } from './options.ts'
import { complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace train --corpus fixtures                                  learn from your own gold: marked cases and gold articles
  claimtrace train --corpus gold.jsonl --hold-out 2016-07,2016-08     measure on months (or outlets) that are not learned from
  claimtrace train --corpus gold.jsonl --out pipeline/5-attribution/tagger   put the new model in the place of the shipped one
  claimtrace train --links gold.jsonl --articles events.jsonl                figures of the judge of links, cross-validated over events, and its weights
  claimtrace train --links gold.jsonl --articles events.jsonl --without EVENT --out w   one fold by itself: then claimtrace run --link-weights w

A row of gold is {"id", "text", "outlet", "date", "attributions": [{"source", "cue", "content": [{"start", "end"}], "reporting"}]}.
The same gold gives the same bytes. Hundreds of articles take some minutes.`

interface Options {
  readonly corpus?: readonly string[]
  readonly links?: string
  readonly articles?: string
  readonly pairs?: string
  readonly texts?: string
  readonly without?: string
  readonly holdOut?: string
  readonly terms?: string
  readonly date?: string
  readonly out: string
}

/** `train`: the attribution model, or the judge of links, anew from gold. */
export function register(program: Command): void {
  program
    .command('train')
    .description('build the attribution model, or the judge of links, anew from gold, with its figures and its card')
    .option('--corpus <paths...>', 'JSONL files with gold attributions, and folders of fixtures')
    .option('--links <file>', 'JSONL with gold claims and the links between them: learn the judge of links')
    .option('--articles <file>', 'JSONL with the articles that --links is about: rows {"id", "cluster", "text", "title", "outlet", "published"}')
    .option('--pairs <file>', 'with --links: YAML with pairs of claims to learn from as well (fixtures/links/pairs.yaml)')
    .option('--texts <file>', 'JSONL with rows {"a", "b", "label"} (1: they mean the same): learn how compare judges two texts')
    .option('--without <cluster>', 'with --links: an event that is not learned from')
    .option('--hold-out <list>', 'months and outlets, with commas between: measured on, not learned from')
    .option('--terms <text>', 'what the card says of the terms of the data')
    .option('--date <date>', 'date for the card')
    .option('--out <folder>', 'where to write the model and its card', folderName, 'output/model')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action(options: Options): Promise<void> {
  if (options.links !== undefined) return learnLinks(options, options.links)
  if (options.texts !== undefined) return learnTexts(options.texts, options.out)
  const { corpus, holdOut, terms, date, out } = options
  const { UserError } = await import('../model/user-error.ts')
  if (corpus === undefined) throw new UserError('say what to learn from: --corpus for the attribution model, --links and --articles for the judge of links')
  const [{ train }, { writeModel }, { heldOutTable }] = await Promise.all([
    import('../train/train.ts'),
    import('../train/write-model.ts'),
    import('../train/figures-text.ts'),
  ])
  const held = holdOut?.split(',').filter(Boolean) ?? []
  const command = ['claimtrace train --corpus', ...corpus, ...(holdOut ? ['--hold-out', holdOut] : [])].join(' ')
  const result = train({ corpus, holdOut: held, terms, date, command }, complain)
  const files = await writeModel(out, result)
  await writeLine(result.figures)
  if (result.heldOut) await writeLine(`\n${heldOutTable(held, result.heldOut)}`)
  await writeLine(`\nwrote ${files.join(' and ')}`)
}

async function learnLinks({ articles, pairs, without, terms, out }: Options, gold: string): Promise<void> {
  const [{ readLinkEvents }, { crossValidate, trainLinks }, { linkCard, linkFigures }, { readFile }, { makeFolder }, { writeAtomic }, { UserError }, { parseLinkPairs }] = await Promise.all([
    import('../train/link-events.ts'),
    import('../train/links.ts'),
    import('../train/links-figures.ts'),
    import('node:fs/promises'),
    import('../9-output/folder.ts'),
    import('../9-output/write-atomic.ts'),
    import('../model/user-error.ts'),
    import('../check/link-pairs.ts'),
  ])
  if (articles === undefined) throw new UserError('--links needs --articles: the texts that the gold is about')
  const all = readLinkEvents(gold, articles)
  const events = all.filter(({ cluster }) => cluster !== without)
  if (without !== undefined && events.length === all.length) throw new UserError(`--without ${without}: no such event; there are ${all.map(({ cluster }) => cluster).join(', ')}`)
  const command = ['claimtrace train --links GOLD --articles ARTICLES', ...(pairs === undefined ? [] : ['--pairs PAIRS']), ...(without === undefined ? [] : ['--without', without])].join(' ')
  const cases = pairs === undefined ? [] : parseLinkPairs(await readFile(regular(pairs), 'utf8'), pairs)
  const figures = linkFigures(crossValidate({ events, cases }))
  const model = trainLinks({ events, cases }, `Learned by \`${command}\` from ${events.length} events; see link-card.md. No text is in it.`)
  await makeFolder(out)
  await writeAtomic(`${out}/weights.json`, `${JSON.stringify(model, null, 1)}\n`)
  await writeAtomic(`${out}/link-card.md`, linkCard({ events: events.length, command, terms: terms ?? 'not stated' }, figures))
  await writeLine(figures)
  await writeLine(`\nwrote ${out}/weights.json and ${out}/link-card.md`)
}

async function learnTexts(file: string, out: string): Promise<void> {
  const [{ trainLone }, { makeFolder }, { writeAtomic }] = await Promise.all([import('../train/lone.ts'), import('../9-output/folder.ts'), import('../9-output/write-atomic.ts')])
  const { weights, figures } = trainLone(file, 'Learned by `claimtrace train --texts FILE`. No text is in it.')
  await makeFolder(out)
  await writeAtomic(`${out}/lone-weights.json`, `${JSON.stringify(weights, null, 1)}\n`)
  await writeLine(`${figures}\n\nwrote ${out}/lone-weights.json`)
}

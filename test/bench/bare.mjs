// wink-nlp alone over the texts of a JSONL file, its tokens and parts of speech read as anybody who uses them must: `node bare.mjs file`.
import { readFileSync } from 'node:fs'
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'

const wink = winkNLP(model, ['sbd', 'pos'])
for (const row of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
  const tokens = wink.readDoc(JSON.parse(row).text).tokens()
  tokens.out()
  tokens.out(wink.its.pos)
}

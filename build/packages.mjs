import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Packages that go into the program's own files, since every run needs them: to find, open and link their files took a fifth of a short run. */
const INSIDE = ['commander', 'fastest-levenshtein', 'fdir', 'picomatch', 'picocolors', 'tinyglobby', 'wink-nlp', 'zod']

/** The packages that stay where npm puts them. */
export function packagesOutside(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter((name) => !INSIDE.includes(name))
}

/** The licences of those inside, as each asks; throws where one has none. Gives the name of the file. */
export function writeLicenses(root, dist) {
  const texts = INSIDE.map((name) => {
    const folder = join(root, 'node_modules', name)
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  writeFileSync(join(dist, 'packages-LICENSES.txt'), texts.join('\n----\n\n'))
  return 'packages-LICENSES.txt'
}

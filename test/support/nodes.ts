import { execFileSync } from 'node:child_process'
import { globSync } from 'tinyglobby'
import { homedir } from 'node:os'

/** Where version managers and CI keep them; `NODES` names more, parted by colons: `NODES=/opt/node-22/bin/node:/opt/node-24/bin/node`. */
const PLACES = ['.nvm/versions/node/*/bin/node', '.local/share/fnm/node-versions/*/installation/bin/node', '.volta/tools/image/node/*/bin/node', '.asdf/installs/nodejs/*/bin/node'].map((place) => `${homedir()}/${place}`)
const EVERYWHERE = ['/usr/local/n/versions/node/*/bin/node', '/opt/hostedtoolcache/node/*/x64/bin/node']

/** The version that runs this, and one more of each other major version from 20 on that is found here, oldest first. */
export function nodesFound(): readonly { readonly version: string; readonly path: string }[] {
  const found = globSync([...PLACES, ...EVERYWHERE], { absolute: true, onlyFiles: false })
  const paths = [process.execPath, ...(process.env['NODES']?.split(':') ?? []), ...found]
  const byMajor = new Map<number, { readonly version: string; readonly path: string }>()
  for (const path of paths) {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
    const major = Number(/\d+/.exec(version)![0])
    if (major >= 20 && !byMajor.has(major)) byMajor.set(major, { version, path })
  }
  return [...byMajor].sort(([a], [b]) => a - b).map(([, node]) => node)
}

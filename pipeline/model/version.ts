import { fileURLToPath } from 'node:url'
import packageJson from '../../package.json' with { type: 'json' }
import { sourceHash } from './source-hash.ts'

/** Set by the build. */
declare const CLAIMTRACE_SOURCE_HASH: string | undefined

/** claimtrace's own version. */
export const VERSION: string = packageJson.version

/**
 * The version with a hash of the code and word lists behind it (`0.1.0+3f2a91b0c4d5`), as every output names it: what was written by other
 * rules is written again by the next run.
 */
export const BUILD: string = `${VERSION}+${
  typeof CLAIMTRACE_SOURCE_HASH === 'string' ? CLAIMTRACE_SOURCE_HASH : sourceHash(fileURLToPath(new URL('../../', import.meta.url)))
}`

import packageJson from '../../package.json' with { type: 'json' }

/** claimtrace's own version, as every output names it. */
export const VERSION: string = packageJson.version

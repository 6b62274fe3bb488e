import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** The package `yaml`, loaded where the first block of it is met: few articles have one, and it is as large as all of claimtrace. */
export const yaml = () => load('yaml') as typeof import('yaml')

/** The package `cli-progress`, for those who look at a terminal. */
export const cliProgress = () => load('cli-progress') as typeof import('cli-progress')

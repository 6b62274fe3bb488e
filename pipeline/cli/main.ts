import { Command } from 'commander'
import { VERSION } from '../model/version.ts'
import { register as check } from './check.ts'
import { register as extract } from './extract.ts'

const program = new Command('claimtrace').version(VERSION)
for (const register of [extract, check]) register(program)
await program.parseAsync()

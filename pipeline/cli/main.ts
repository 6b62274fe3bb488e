import { Command } from 'commander'
import { VERSION } from '../model/version.ts'
import { register as extract } from './extract.ts'

const program = new Command('claimtrace').version(VERSION)
for (const register of [extract]) register(program)
await program.parseAsync()

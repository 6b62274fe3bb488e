#!/usr/bin/env node
// Starts the command line. Nothing is imported before V8 knows how to compile it.
import * as nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { FLAGS } from './flags.ts'

function compileLess(): void {
  for (const flag of FLAGS) {
    try {
      setFlagsFromString(flag)
    } catch {
      // A V8 without the flag only compiles more.
    }
  }
}

/** Keeps compiled code from run to run, in the user's own folder: nobody else can put code there. Node 20 has no such cache. */
function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }
  try {
    enableCompileCache?.(join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'claimtrace'))
  } catch {
    // Without a home the code is compiled anew.
  }
}

compileLess()
keepCompiledCode()
await import('./main.ts')

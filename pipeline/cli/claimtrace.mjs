#!/usr/bin/env node
// Starts the command line written in TypeScript on any Node from 20 on.
import { setFlagsFromString } from 'node:v8'
import { register } from 'tsx/esm/api'

// V8 optimizes a function after this much work (15 times its default): much of ours it would optimize too early, on a few examples, and
// again and again. A third less processor time for a few hundred articles.
setFlagsFromString('--interrupt-budget=1000000')
register()
await import('./main.ts')

#!/usr/bin/env node
// Starts the command line written in TypeScript on any Node from 20 on.
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')

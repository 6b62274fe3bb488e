import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { compileCore, CORE } = (await import('../../build/core.mjs' as string)) as { readonly compileCore: () => Promise<Uint8Array>; readonly CORE: string }

test('the core that the tagger runs is what its source says', async () => {
  const [made, kept] = [Buffer.from(await compileCore()), readFileSync(CORE)]
  expect(made.equals(kept), 'core.wasm was not made of assembly/: node build/core.mjs').toBe(true)
}, 60_000)

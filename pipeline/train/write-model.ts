import { join } from 'node:path'
import { makeFolder } from '../9-output/folder.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { UserError } from '../model/user-error.ts'
import type { TrainResult } from './train.ts'

/**
 * Writes `model.bin` and `model-card.md` into the folder, which is made, and gives their paths.
 * @throws UserError if it cannot be written.
 */
export async function writeModel(folder: string, { model, card }: Pick<TrainResult, 'model' | 'card'>): Promise<readonly string[]> {
  const paths = [join(folder, 'model.bin'), join(folder, 'model-card.md')] as const
  try {
    await makeFolder(folder)
    await writeAtomic(paths[0], model)
    await writeAtomic(paths[1], card)
  } catch (error) {
    throw new UserError(`${folder}: cannot be written: ${(error as Error).message}; give another folder with --out`)
  }
  return paths
}

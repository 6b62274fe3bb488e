import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UserError } from '../model/user-error.ts'

/** Text is packed to a tenth, hardly ever below a fiftieth: more is made to fill memory or time. */
const MAX_RATIO = 200
/** Less than this, unpacked, harms nobody. */
const HARMLESS_BYTES = 64_000_000

/**
 * Unpacks gzip as it comes, several members in a row too.
 * @throws UserError where the data is cut off, damaged, or swells beyond all measure.
 */
export async function* gunzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let read = 0
  let written = 0
  const counted = async function* () {
    for await (const chunk of stream) {
      read += chunk.length
      yield chunk
    }
  }
  const source = Readable.from(counted(), { objectMode: false })
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const chunk of source.pipe(unpacked) as AsyncIterable<Buffer>) {
      written += chunk.length
      if (written > HARMLESS_BYTES && written > read * MAX_RATIO) throw new UserError(`the gzip archive unpacks to more than ${MAX_RATIO} times its size; unpack it first if that is meant`)
      yield chunk
    }
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error
    throw new UserError(`the gzip archive is damaged or cut off (${(error as Error).message}); pack it again`)
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

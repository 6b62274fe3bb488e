/** One line of a stream of bytes, without its line end; `bytes` is null where it was longer than the limit. */
export interface Line {
  readonly number: number
  readonly bytes: Buffer | null
}

const NEWLINE = 10

/** The lines of a stream as they come, in constant memory; UTF-16 with a byte order mark is turned into UTF-8 first. */
export async function* lines(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 0
  let pending: Buffer[] = []
  let length = 0
  const take = (): Line => {
    const bytes = length > limit ? null : Buffer.concat(pending, length)
    pending = []
    length = 0
    return { number: ++number, bytes }
  }
  for await (const chunk of utf8(stream)) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      push(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    push(chunk.subarray(start))
  }
  if (length) yield take()

  function push(part: Buffer) {
    length += part.length
    if (length <= limit) pending.push(part)
    else pending = []
  }
}

/** Bytes without a byte order mark, UTF-16 with one turned into UTF-8. */
export async function* utf8(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let first = true
  for await (const chunk of stream) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (first && bytes.length) {
      first = false
      const mark = bytes.subarray(0, 3).toString('hex')
      if (mark === 'efbbbf') bytes = bytes.subarray(3)
      else if (mark.startsWith('fffe')) decoder = new TextDecoder('utf-16le')
      else if (mark.startsWith('feff')) decoder = new TextDecoder('utf-16be')
    }
    yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes
  }
}

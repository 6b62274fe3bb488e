/** One line of a stream of bytes, without its line end; `bytes` is null where it was longer than the limit. */
export interface Line {
  readonly number: number
  readonly bytes: Buffer | null
}

const NEWLINE = 10

/** The lines of a stream, those of each chunk as it comes, to be taken before the next; UTF-16 with a byte order mark is turned into UTF-8 first. */
export async function* lines(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): AsyncGenerator<Iterable<Line>> {
  let number = 0
  const line = new Pieces(limit)
  function* linesOf(chunk: Buffer): Generator<Line> {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      line.push(chunk.subarray(start, end))
      yield { number: ++number, bytes: line.take() }
      start = end + 1
    }
    line.push(chunk.subarray(start))
  }
  for await (const chunk of utf8(stream)) yield linesOf(chunk)
  if (line.length > 0) yield [{ number: ++number, bytes: line.take() }]
}

/** The pieces of a line or row as they come; what is longer than the limit is not kept. */
export class Pieces {
  length = 0
  #pieces: Buffer[] = []

  constructor(private readonly limit: number) {}

  push(piece: Buffer): void {
    this.length += piece.length
    if (this.length <= this.limit) this.#pieces.push(piece)
    else this.#pieces = []
  }

  /** All pieces together, null where they were too long; the next line begins. */
  take(): Buffer | null {
    const whole = this.length > this.limit ? null : this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces, this.length)
    this.#pieces = []
    this.length = 0
    return whole
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

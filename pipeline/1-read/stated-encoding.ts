/** How much of a page is searched for the encoding that it states, in bytes: browsers look at 1,024. */
const HEAD_BYTES = 4_096

const XML = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)["']/i
const META = /<meta\s[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i

/** The encoding that a page or a feed states at its head (`<meta charset>`, `<?xml encoding>`), as it is written; null where it states none. */
export function statedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1')
  const stated = XML.exec(head)?.[1] ?? META.exec(head)?.[1] ?? null
  return stated !== null && /^utf-?16/i.test(stated) ? 'utf-8' : stated // what is read so far is no UTF-16
}

/** The encoding of a `Content-Type` header (`text/html; charset=koi8-r`), as it is written; null where it states none. */
export const headerEncoding = (contentType: string) => /\bcharset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1] ?? null

/** A number below 2^53 that tells a text from others. */
export function textHash(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15)
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}

/** The same below 2^32: two texts may well have the same. */
export const shortTextHash = (text: string): number => Math.floor(textHash(text) / 2 ** 21)

/** Two numbers, each below 2^26, in one. */
export const pairCode = (a: number, b: number): number => a * 0x4000000 + b

/** The two numbers of a {@link pairCode}. */
export const pairOf = (code: number): readonly [a: number, b: number] => [Math.floor(code / 0x4000000), code % 0x4000000]

/** Two numbers, each below 2^26, in one. */
export const pairCode = (a: number, b: number): number => a * 0x4000000 + b

/** The first number of a {@link pairCode}. */
export const firstOf = (code: number): number => Math.floor(code / 0x4000000)

/** The second number of a {@link pairCode}. */
export const secondOf = (code: number): number => code % 0x4000000

import pc from 'picocolors'

const { NO_COLOR, FORCE_COLOR } = process.env

/** Whether standard output shall be coloured: on a terminal, or by FORCE_COLOR; never with NO_COLOR. A CI run is no terminal. */
export const COLOURED = !NO_COLOR && (process.stdout.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0'))

/** Colours that know {@link COLOURED}. */
export const colors = pc.createColors(COLOURED)

/**
 * Linking as pure functions over keyed rows, for whoever joins the rows elsewhere than in one process. All rows are plain JSON; what they give together is
 * what `link` gives, row for row, however the rows are parted:
 *
 * 1. {@link speakerRows} of an article; {@link mergeSpeakerRows} of a component of rows that share `keys`; {@link claimRows} of an article with its merged speakers.
 * 2. {@link wordsOf} the claims of an article; {@link countWords} by word; {@link prepareClaims} of an article with the counts.
 * 3. {@link candidatePairs} of the first claims of all texts that share one of their `keys`; {@link nearPairs} of pairs, {@link copyGroups} of a component;
 *    {@link isCut} and {@link leastScore} by text leave pairs out.
 * 4. {@link judgePairs} of two texts, {@link judgeCopies} of one; {@link linkOf} writes a link. {@link readTexts} once serves both kinds of pairs.
 * 5. {@link passageRows} of an article; {@link sharedIn} by key; {@link addShared} by both articles; {@link familiesFrom} all pairs, or a component.
 * 6. {@link groupsOf} a component; {@link mergeOrigins} of groups that share reports; {@link sidesOf} a claim, {@link contestedTargets} by target; {@link told} puts a group together.
 */
export { traitsOf } from '../judge/traits.ts'
export { claimRows } from '../claims/rows.ts'
export { linkOf, told, type Known } from '../group.ts'
export { addShared, familiesFrom, passageRows, sharedIn, type Family, type PassageRow, type SharedPassages } from '../origins/copies.ts'
export type { ClaimRow, LinkSpeaker } from '../row.ts'
export { contestedTargets, sidesOf, type Side } from '../stances.ts'
export * from './claims.ts'
export * from './groups.ts'
export * from './pairs.ts'
export * from './speakers.ts'

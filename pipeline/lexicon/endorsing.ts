/**
 * Words by which somebody makes another's utterance theirs without saying it over again: `agreed with her assessment`,
 * `his view is shared by`. Collected by hand.
 */

/** Verbs whose object, or what follows their preposition, is held to be so, as alternatives of a pattern. */
export const ENDORSING = String.raw`agree(?:s|d|ing)? with|concur(?:s|red|ring)? (?:with|in)|echo(?:es|ed|ing)?|second(?:s|ed|ing)|shar(?:es?|ed|ing)|endors(?:es?|ed|ing)|back(?:s|ed|ing)? up|back(?:s|ed|ing)?|support(?:s|ed|ing)?|corroborat(?:es?|ed|ing)|confirm(?:s|ed|ing)?|repeat(?:s|ed|ing)?|reiterat(?:es?|ed|ing)`

/** Of these, verbs whose subject may also have said before what `his` and `their` stand for: `repeated his claim`. */
export const ONES_OWN = /^(?:shar|endors|back|support|corroborat|confirm|repeat|reiterat)/i

/** Nouns that stand for an utterance or an opinion; most make their plural with -s. */
export const UTTERANCE_NOUN =
  'account|allegation|accusation|analysis|analyses|argument|assertion|assessment|belief|call|charge|characteri[sz]ation|claim|comment|complaint|concern|conclusion|contention|criticism|description|evaluation|fear|finding|judge?ment|observation|opinion|prediction|remark|sentiment|statement|suggestion|testimony|verdict|version|view|viewpoint|warning|words'

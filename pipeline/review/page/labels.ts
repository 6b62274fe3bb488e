import type { ClaimKind, CommitmentLabel, SpeakerKind, StanceLabel } from '../../model/schema.ts'
import { COMMITMENT_VERBS } from '../../model/commitment-words.ts'
import { KINDS, STANCE_SIGNS } from '../../report/page/words.ts'

/** What each label of the contract is called here. */
export type Labels<T extends string> = Readonly<Record<T, string>>

export const COMMITMENTS: Labels<CommitmentLabel> = COMMITMENT_VERBS
export const CLAIM_KINDS: Labels<ClaimKind> = KINDS
export const STANCES = Object.fromEntries(Object.entries(STANCE_SIGNS).map(([label, { sign, verb }]) => [label, `${sign} ${verb}`])) as Labels<StanceLabel>
export const SPEAKER_KINDS: Labels<SpeakerKind> = {
  person: 'a person',
  organization: 'an organisation',
  group: 'a group',
  country: 'a country',
  publication: 'a publication',
  anonymous: 'unnamed',
}

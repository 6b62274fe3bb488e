/** What a training run is asked for. */
export interface TrainOptions {
  /** JSONL files with gold attributions, and folders of fixtures. */
  readonly corpus: readonly string[]
  /** Months (`2016-07`) and outlets that are not trained on, but measured on afterwards. */
  readonly holdOut: readonly string[]
  /** What the model card says of the data's terms. */
  readonly terms?: string | undefined
  /** Date for the model card; none is written without it, so that the same data give the same files. */
  readonly date?: string | undefined
  /** The command as the card shows it. */
  readonly command?: string | undefined
}

import type { Stage } from './stage.ts'

/** What a row promises: its value is at least, or at most, so much. */
export type Goal = { at: 'least' | 'most'; value: number }

/** How the two sides become one value: ours as a share of the peer's, how many times ours goes into the peer's, what ours takes beyond it, that as a part of ours, or ours alone. */
export type Comparison = 'share' | 'times' | 'beyond' | 'part' | 'alone'

/** One round of one side in `sideUnit`; makes ready what it uses before its clock starts. */
type Side = () => Promise<number>

export type Sides = {
  ours: Side
  peer: Side
  /** Further figures that are printed beside, in the same unit; they decide nothing. */
  beside?: Record<string, Side>
  close?(): Promise<void>
}

export type Row = {
  /** `capability.what`, as it is asked for on the command line. */
  id: string
  /** One sentence: what is compared with what, and under which load. */
  what: string
  compare: Comparison
  /** Unit of the value. */
  unit: string
  /** Unit of each side. */
  sideUnit: string
  goal: Goal
  prepare(stage: Stage): Promise<Sides>
}

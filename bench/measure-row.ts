import { compareSides, median, meetsGoal, rounded } from './figures.ts'
import type { Goal, Row, Sides } from './row.ts'
import type { Stage } from './stage.ts'

export type Measured = {
  id: string
  value: number
  unit: string
  goal: Goal
  met: boolean
  /** Medians over the rounds, in `sideUnit`. */
  ours: number
  peer: number
  sideUnit: string
  /** Value of ours against each further figure. */
  beside: Record<string, { value: number; peer: number }>
  /** Every round, so that the noise of the machine can be seen. */
  rounds: Record<string, number[]>
}

type Options = { rounds: number; signal: AbortSignal }

/**
 * Measures a row: one round of each side that does not count, then rounds in which the sides take turns and
 * change places, so that what the machine does meanwhile meets both; the medians make the value.
 */
export async function measureRow(row: Row, stage: Stage, { rounds, signal }: Options): Promise<Measured> {
  const sides = await row.prepare(stage)
  try {
    const figures = await takeRounds(sides, { rounds, signal })
    const middle = (side: string) => median(figures[side] ?? [])
    const [ours, peer] = [middle('ours'), middle('peer')]
    const value = compareSides(row.compare, ours, peer)
    const beside = Object.keys(sides.beside ?? {}).map((name) => {
      const other = middle(name)
      return [name, { value: rounded(compareSides(row.compare, ours, other)), peer: rounded(other) }] as const
    })
    return {
      id: row.id,
      value: rounded(value),
      unit: row.unit,
      goal: row.goal,
      met: meetsGoal(row.goal, value),
      ours: rounded(ours),
      peer: rounded(peer),
      sideUnit: row.sideUnit,
      beside: Object.fromEntries(beside),
      rounds: Object.fromEntries(
        Object.entries(figures).map(([side, values]) => [side, values.map(rounded)]),
      ),
    }
  } finally {
    await sides.close?.()
  }
}

async function takeRounds(sides: Sides, { rounds, signal }: Options): Promise<Record<string, number[]>> {
  const measured = { ours: sides.ours, peer: sides.peer, ...sides.beside }
  const figures: Record<string, number[]> = {}
  for (let round = 0; round <= rounds; round += 1) {
    const turn = Object.entries(measured)
    for (const [name, measure] of round % 2 === 0 ? turn : turn.toReversed()) {
      signal.throwIfAborted()
      const figure = await measure()
      if (round > 0) (figures[name] ??= []).push(figure)
    }
  }
  return figures
}

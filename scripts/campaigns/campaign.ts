/** One kind of fault, put upon the real product again and again, and what must hold whatever happens. */
export type Campaign = {
  id: string
  /** What holds, as a sentence. */
  title: string
  /** Rounds at full figure. */
  figure: number
  /** Measures times: a tenth of it shows nothing, and neither does a machine on which the other tests run. */
  onlyInFull?: true
  run(options: CampaignOptions): Promise<CampaignResult>
}

type CampaignOptions = { rounds: number; seed: number; say: (line: string) => void }

export type CampaignResult = {
  rounds: number
  /** What did not hold, one sentence each; empty when all is well. */
  faults: string[]
  /** What happened, counted: without it nobody could tell a campaign that hit from one that missed. */
  facts: Record<string, number>
}

export type Random = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from 0 up to, but not including, the bound. */
  below(bound: number): number
  pick<T>(choices: readonly [T, ...T[]]): T
}

/** Mulberry32: the same seed gives the same choices, so a run that found a fault can be run again. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return { next, below, pick: (choices) => choices[below(choices.length)] ?? choices[0] }
}

/** Counts what happened, by name. */
export function createTally(): { add(name: string, number?: number): void; facts: Record<string, number> } {
  const facts: Record<string, number> = {}
  return {
    facts,
    add(name, number = 1) {
      facts[name] = (facts[name] ?? 0) + number
    },
  }
}

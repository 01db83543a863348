/** One kind of fault, put upon the real product again and again, and what must hold whatever happens. */
export type Campaign = {
  id: string
  /** What holds, as a sentence. */
  title: string
  /** Rounds at full figure. */
  figure: number
  /** Measures times: a tenth of it shows nothing, and neither does a machine on which the other tests run. */
  onlyInFull?: true
  /** Needs the browser named in SEND_TEST_CHROMIUM. */
  inBrowser?: true
  run(options: CampaignOptions): Promise<CampaignResult>
}

type CampaignOptions = {
  rounds: number
  seed: number
  say: (line: string) => void
  /** Alone on the machine and at full figure: only then does a time say something. */
  inFull: boolean
}

export type CampaignResult = {
  rounds: number
  /** What did not hold, one sentence each; empty when all is well. */
  faults: string[]
  /** What happened, counted: without it nobody could tell a campaign that hit from one that missed. */
  facts: Record<string, number>
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

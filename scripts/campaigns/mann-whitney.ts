/** How sure it is that two samples differ, and by how much in the middle. */
export type Comparison = {
  /** Two-sided p of the Mann–Whitney test: how often chance alone would make samples at least so different. */
  p: number
  /** Median of the first less median of the second. */
  medianGap: number
}

/** The Mann–Whitney test by its normal approximation: made for samples of at least twenty, none of them all equal. */
export function compareSamples(first: number[], second: number[]): Comparison {
  const all = [...first, ...second].toSorted((a, b) => a - b)
  const ranks = new Map<number, number>()
  let ties = 0
  for (let start = 0; start < all.length;) {
    const value = all[start] ?? 0
    let end = start
    while (all[end] === value) end += 1
    const equal = end - start
    // Equal values share the middle of their ranks, which are counted from one.
    ranks.set(value, (start + end + 1) / 2)
    ties += equal ** 3 - equal
    start = end
  }
  const [n, m] = [first.length, second.length]
  const rankSum = first.reduce((sum, value) => sum + (ranks.get(value) ?? 0), 0)
  const u = rankSum - (n * (n + 1)) / 2
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)))
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt(variance)
  return { p: 2 * upperTail(z), medianGap: median(first) - median(second) }
}

/** The middle of some numbers, or between the two in the middle. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** The share of the standard normal distribution above z (Abramowitz and Stegun 26.2.17, to 7 places). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const coefficients = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153]
  const series = coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0) * t
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}

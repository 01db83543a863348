export type Rate = { share: number; low: number; high: number }

/** Standard deviations that enclose 95 % of a normal distribution. */
const z = 1.959964

/**
 * A share with its 95 % interval, by the score method, which holds for few cases and for shares near 0 and 1; undefined
 * of no cases. Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilsonInterval(hits: number, cases: number): Rate | undefined {
  if (cases === 0) return undefined
  const share = hits / cases
  const middle = (share + z ** 2 / (2 * cases)) / (1 + z ** 2 / cases)
  const half =
    (z / (1 + z ** 2 / cases)) * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2))
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/**
 * Cohen’s kappa: how far two officers agree beyond what chance alone would bring about, from 1 (always) over 0 (as by
 * chance) to below. Undefined of no cases, and where both gave one and the same answer throughout, since chance then explains
 * everything. Source: J. Cohen, Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohensKappa(
  pairs: readonly (readonly [first: string, second: string])[],
): number | undefined {
  if (pairs.length === 0) return undefined
  const [firsts, seconds] = [countEach(pairs.map(([a]) => a)), countEach(pairs.map(([, b]) => b))]
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length
  let byChance = 0
  for (const [answer, count] of firsts) byChance += (count * (seconds.get(answer) ?? 0)) / pairs.length ** 2
  return byChance === 1 ? undefined : (observed - byChance) / (1 - byChance)
}

function countEach(answers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return counts
}

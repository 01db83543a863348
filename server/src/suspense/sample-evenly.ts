/**
 * So many of a stream of unknown length, spread evenly over it: while there are too many every second one is given
 * up, and from then on every second one is passed over. The same stream gives the same sample.
 */
export async function sampleEvenly<T, Kept>(
  stream: AsyncIterable<T>,
  most: number,
  keep: (each: T) => Kept,
): Promise<Kept[]> {
  let kept: Kept[] = []
  let [step, place] = [1, 0]
  for await (const each of stream) {
    if (place % step === 0) kept.push(keep(each))
    place += 1
    if (kept.length <= most) continue
    kept = kept.filter((_, index) => index % 2 === 0)
    step *= 2
  }
  return kept
}

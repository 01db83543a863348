/**
 * Which of the things that stand in both lists were moved: as few as explain the new order, so that one page put to
 * the front is one move and not a move of all others.
 */
export function findMoved(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, index) => [id, index]))
  const common = after.filter((id) => places.has(id))
  const stayed = new Set(longestRise(common.map((id) => places.get(id) ?? 0)).map((index) => common[index]))
  return new Set(common.filter((id) => !stayed.has(id)))
}

/** The places of the longest part of a list of numbers that rises, not necessarily without gaps. */
function longestRise(numbers: readonly number[]): number[] {
  /** `ends[n]` is the place of the smallest number with which a rise of n + 1 can end. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [place, number] of numbers.entries()) {
    let length = 0
    let high = ends.length
    while (length < high) {
      const middle = Math.floor((length + high) / 2)
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) length = middle + 1
      else high = middle
    }
    previous.push(ends[length - 1])
    ends[length] = place
  }
  const rise: number[] = []
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) rise.unshift(place)
  return rise
}

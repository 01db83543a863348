const minutesPerPage = 4
/** Nobody knows it to the minute. */
const minutesTogether = 5

/** About how many minutes a form of so many pages takes. */
export function minutesToFillIn(pageCount: number): number {
  return Math.ceil((pageCount * minutesPerPage) / minutesTogether) * minutesTogether
}

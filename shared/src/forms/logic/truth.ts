/**
 * What is known of a condition. It is `unknown` while an answer that it needs is missing, hidden or makes no sense:
 * what is shown, required or forbidden only where a condition holds is then hidden, not required and allowed.
 */
export type Truth = boolean | 'unknown'

/** All of several truths: one false decides, then one unknown. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = true
  for (const truth of truths) {
    if (truth === false) return false
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

/** Any of several truths: one true decides, then one unknown. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = false
  for (const truth of truths) {
    if (truth === true) return true
    if (truth === 'unknown') result = 'unknown'
  }
  return result
}

/** The opposite; of the unknown nothing is known. */
export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth
}

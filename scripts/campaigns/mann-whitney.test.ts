import { expect, test } from 'vitest'
import { createRandom } from '@send/shared/values/seeded-random'
import { compareSamples } from './mann-whitney.ts'

/** Placental permeability at term and at 12 to 26 weeks: Hollander and Wolfe (1973), p. 69; p as they print it, doubled. */
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
const earlier = [1.15, 0.88, 0.9, 0.74, 1.21]

test('the p of a textbook example is the printed one, in either order', () => {
  expect(compareSamples(atTerm, earlier).p).toBeCloseTo(2 * 0.1103, 3)
  expect(compareSamples(earlier, atTerm).p).toBeCloseTo(2 * 0.1103, 3)
})

test('equal values share their ranks', () => {
  // By hand: U = 1, mean 4.5, variance 0.75 × (7 − 24 / 30) = 4.65, z = 1.6231.
  expect(compareSamples([1, 2, 2], [2, 3, 4]).p).toBeCloseTo(0.1046, 3)
})

test('the gap is between the medians, of odd and of even samples', () => {
  expect(compareSamples(atTerm, earlier).medianGap).toBeCloseTo(1.415 - 0.9, 10)
})

test('one comparison in a hundred of equal sources is below 0.01, and a shift of 0.3 deviations is found', () => {
  const random = createRandom(20261124)
  // The sum of twelve is as good as normal, with a deviation of one.
  const draw = (shift: number) =>
    Array.from({ length: 500 }, () =>
      Array.from({ length: 12 }, () => random.next()).reduce((a, b) => a + b, shift),
    )
  const count = (shift: number) =>
    Array.from({ length: 300 }, () => compareSamples(draw(0), draw(shift)).p).filter((p) => p <= 0.01).length
  expect(count(0)).toBeLessThanOrEqual(9)
  expect(count(0.3)).toBeGreaterThan(285)
})

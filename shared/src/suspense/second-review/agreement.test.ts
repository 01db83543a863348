import { expect, test } from 'vitest'
import { cohensKappa } from './cohens-kappa.ts'
import { estimateFalseMatches, measureAgreement } from './measure-agreement.ts'
import { wilsonInterval } from './wilson-interval.ts'

test('the interval of a share is Wilson’s, also of few cases and near 0 and 1', () => {
  // Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3: 81/263, 15/148, 0/20, 1/29.
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const
  for (const [hits, cases, low, high] of published) {
    const rate = wilsonInterval(hits, cases)
    expect(rate?.low).toBeCloseTo(low, 4)
    expect(rate?.high).toBeCloseTo(high, 4)
  }
  expect(wilsonInterval(5, 5)).toMatchObject({ share: 1, high: 1 })
  expect(wilsonInterval(0, 0)).toBeUndefined()
})

test('kappa is what agreement is beyond chance: 0.4 of a textbook’s fifty grants, and nothing where chance explains all', () => {
  // Of 50 both say yes to 20 and no to 15; A alone yes to 5, B alone yes to 10: 0.7 observed, 0.5 by chance.
  const times = (count: number, pair: readonly [string, string]) => Array.from({ length: count }, () => pair)
  const grants = [
    ...times(20, ['yes', 'yes']),
    ...times(5, ['yes', 'no']),
    ...times(10, ['no', 'yes']),
    ...times(15, ['no', 'no']),
  ]
  expect(cohensKappa(grants)).toBeCloseTo(0.4, 10)
  expect(cohensKappa(times(9, ['yes', 'yes']))).toBeUndefined()
  expect(cohensKappa([])).toBeUndefined()
})

test('two who name different people disagree, and only matches can be false ones', () => {
  const candidates = ['a', 'b']
  const agreement = measureAgreement([
    { candidates, first: 'a', second: 'a' },
    { candidates, first: 'b', second: 'a' },
    { candidates, first: 'a', second: null },
    { candidates, first: null, second: 'b' },
    { candidates, first: null, second: null },
  ])
  expect(agreement).toMatchObject({
    agreed: 2,
    disagreed: 3,
    rate: { share: 0.4 },
    doubtedMatches: { doubted: 2, reviewed: 3 },
  })
  // By the first, second and no candidate: 2 of 5 observed; (2·2 + 1·1 + 2·2) / 25 by chance.
  expect(agreement.kappa).toBeCloseTo((0.4 - 0.36) / 0.64, 10)
  const estimate = estimateFalseMatches(agreement.doubtedMatches, 60)
  expect(estimate).toMatchObject({ matches: 60, estimate: 40 })
  expect(estimate?.low).toBeCloseTo(60 * 0.2077, 1)
  expect(measureAgreement([])).toMatchObject({ rate: null, kappa: null })
  expect(estimateFalseMatches({ doubted: 0, reviewed: 0 }, 60)).toBeNull()
})

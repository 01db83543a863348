import { createRandom } from '@send/shared/values/seeded-random'
import { expect, test } from 'vitest'
import { generateLookalikes } from './generate-lookalikes.ts'
import { measureAccuracy } from './measure-accuracy.ts'

test('SR-612: of lookalikes who share the telephone and e-mail of their parents none is wrongly matched by itself', async () => {
  const set = generateLookalikes(createRandom(20), 700, createRandom(21))
  const { automaticWrong, automaticShare, wrongByScore } = await measureAccuracy(set)
  expect(automaticWrong).toBe(0)
  // The set is hard, and something of it is automatic all the same.
  expect(wrongByScore).toBeGreaterThan(0)
  expect(automaticShare).toBeGreaterThan(0)
}, 180_000)

test('contacts change nothing else of the lookalikes', () => {
  const [without, having] = [
    generateLookalikes(createRandom(4), 200),
    generateLookalikes(createRandom(4), 200, createRandom(8)),
  ]
  const strip = (list: readonly object[]) => list.map((each) => ({ ...each, parentContacts: undefined }))
  expect(strip(having.incoming)).toEqual(strip(without.incoming))
  expect(strip(having.people)).toEqual(strip(without.people))
})

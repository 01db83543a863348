import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

test('no more run at once than may, those who wait come in order, and the rest are told to come later', async () => {
  const gate = fewAtOnce({ running: 2, waiting: 3 })
  let running = 0
  let most = 0
  const finished: number[] = []
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5, 6].map((number) =>
      gate(async () => {
        most = Math.max(most, (running += 1))
        await wait(5)
        running -= 1
        finished.push(number)
        if (number === 2) throw new Error('work may fail')
      }),
    ),
  )
  expect(most).toBe(2)
  expect(finished).toEqual([0, 1, 2, 3, 4])
  expect(results.map((each) => each.status === 'rejected' && String(each.reason.message))).toEqual([
    false,
    false,
    'work may fail',
    false,
    false,
    'The service is busy. Try again in a moment.',
    'The service is busy. Try again in a moment.',
  ])
  await expect(gate(async () => 'free again')).resolves.toBe('free again')
})

import { expect, it } from 'vitest'

import { groupByMonth } from './group-by-month.ts'

const entry = (id: string, occurredOn: string, addedAt: string) => ({ id, occurredOn, addedAt })

it('groups a chronology by month, newest first, and by the time of adding within a day', () => {
  const months = groupByMonth([
    entry('a', '2026-10-31', '2026-11-02T09:00:00Z'),
    entry('b', '2026-11-03', '2026-11-03T09:00:00Z'),
    entry('c', '2026-11-03', '2026-11-03T10:00:00Z'),
    entry('d', '2025-11-03', '2025-11-03T10:00:00Z'),
  ])
  expect(months.map((month) => [month.title, month.entries.map(({ id }) => id)])).toEqual([
    ['November 2026', ['c', 'b']],
    ['October 2026', ['a']],
    ['November 2025', ['d']],
  ])
})

it('has no month when nothing happened', () => {
  expect(groupByMonth([])).toEqual([])
})

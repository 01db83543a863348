import { newQuestionId } from '@send/shared/values/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { openFilling } from './filling.ts'
import { startFilling } from './save-filling.ts'

const [first, second] = [newQuestionId(), newQuestionId()]
const at = '2026-03-02T09:00:00.000Z'
type Send = Parameters<typeof startFilling>[2]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function saved(revision: number, told: { conflicts?: Theirs[]; others?: Theirs[] } = {}) {
  return { outcome: 'saved' as const, revision, savedAt: at, conflicts: [], others: [], ...told }
}
type Theirs = { questionId: string; value: string; by: string; at: string }
const theirs = (questionId: string, value: string): Theirs => ({ questionId, value, by: 'Sam Okafor', at })

function open(send: Send) {
  return startFilling(openFilling({ [first]: 'before' }, 1), at, send)
}

test('what is typed is saved a moment later, only what changed, and only then said to be saved', async () => {
  const send = vi.fn<Send>().mockResolvedValue(saved(2))
  const store = open(send)
  store.type({ [first]: 'before', [second]: 'a' })
  store.type({ [first]: 'before', [second]: 'ab' })
  expect(store.view().save).toEqual({ kind: 'saving' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(send.mock.calls).toEqual([[{ revision: 1, saveNumber: 1, answers: { [second]: 'ab' } }]])
  expect(store.view()).toMatchObject({ save: { kind: 'kept' }, filling: { revision: 2, pending: {} } })
})

test('a save that fails loses nothing: it is said, tried again with what was typed since, and told late or never', async () => {
  const send = vi.fn<Send>().mockRejectedValueOnce(new Error('No connection.')).mockResolvedValue(saved(2))
  const store = open(send)
  store.type({ [second]: 'a' })
  expect(await store.flush()).toBe(false)
  expect(store.view().save).toEqual({ kind: 'failed', sentence: 'No connection.' })
  store.type({ [second]: 'ab', [first]: 'after' })
  await vi.advanceTimersByTimeAsync(6000)
  expect(send.mock.lastCall).toEqual([
    { revision: 1, saveNumber: 2, answers: { [first]: 'after', [second]: 'ab' } },
  ])
  expect(store.view()).toMatchObject({ save: { kind: 'kept' }, filling: { pending: {} } })
})

test('what is typed while a save is on its way waits for the next one', async () => {
  const send = vi.fn<Send>().mockResolvedValueOnce(saved(2)).mockResolvedValueOnce(saved(3))
  const store = open(send)
  store.type({ [second]: 'a' })
  const flushed = store.flush()
  store.type({ [second]: 'ab' })
  expect(await flushed).toBe(true)
  expect(send.mock.calls.map(([request]) => request)).toEqual([
    { revision: 1, saveNumber: 1, answers: { [second]: 'a' } },
    { revision: 2, saveNumber: 2, answers: { [second]: 'ab' } },
  ])
})

test('an answer of a colleague to another question is taken over, and its boxes are drawn anew', async () => {
  const store = open(vi.fn<Send>().mockResolvedValue(saved(5, { others: [theirs(first, 'theirs')] })))
  store.type({ [second]: 'mine' })
  await store.flush()
  expect(store.view().filling).toMatchObject({
    answers: { [first]: 'theirs', [second]: 'mine' },
    versions: { [first]: 1 },
    conflicts: [],
  })
})

test('two answers to one question stand beside each other until somebody decides; typing on changes only mine', async () => {
  const send = vi
    .fn<Send>()
    .mockResolvedValueOnce(saved(5, { conflicts: [theirs(first, 'theirs')] }))
    .mockResolvedValue(saved(6))
  const store = open(send)
  store.type({ [first]: 'mine' })
  expect(await store.flush()).toBe(false)
  store.type({ [first]: 'mine still' })
  expect(store.view().filling.conflicts).toEqual([
    { questionId: first, mine: 'mine still', theirs: 'theirs', by: 'Sam Okafor', at },
  ])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(send).toHaveBeenCalledTimes(1)
  store.decide(first, 'mine')
  expect(await store.flush()).toBe(true)
  expect(send.mock.lastCall).toEqual([{ revision: 5, saveNumber: 2, answers: { [first]: 'mine still' } }])
})

test('theirs is taken without a save, and drawn', async () => {
  const send = vi.fn<Send>().mockResolvedValue(saved(5, { conflicts: [theirs(first, 'theirs')] }))
  const store = open(send)
  store.type({ [first]: 'mine' })
  await store.flush()
  store.decide(first, 'theirs')
  expect(await store.flush()).toBe(true)
  expect(send).toHaveBeenCalledTimes(1)
  expect(store.view().filling).toMatchObject({ answers: { [first]: 'theirs' }, versions: { [first]: 1 } })
})

test('once a colleague has completed the form nothing more is sent, and what was typed is still there to copy', async () => {
  const closed = { outcome: 'closed' as const, status: 'completed' as const, by: 'Sam Okafor', at }
  const send = vi.fn<Send>().mockResolvedValue(closed)
  const store = open(send)
  store.type({ [first]: 'mine' })
  expect(await store.flush()).toBe(false)
  expect(store.view()).toMatchObject({
    closed: { by: 'Sam Okafor' },
    filling: { pending: { [first]: 'mine' } },
  })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(send).toHaveBeenCalledTimes(1)
})

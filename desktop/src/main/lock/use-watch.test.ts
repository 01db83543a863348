import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAttendedAt, timeUntilLock, watchUse } from './use-watch.ts'

const minute = 60_000
const lockAfter = 15 * minute

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch() {
  const told: string[] = []
  const started = Date.now()
  const now = () => Date.now() - started
  const useWatch = watchUse({
    lockAfter,
    now,
    onLeftAlone: () => told.push(`left alone after ${now() / minute}`),
    onStillUsed: () => told.push(`still used after ${now() / minute}`),
  })
  return { told, useWatch }
}

test.each([
  [0, 0, lockAfter],
  [0, lockAfter - 1, 1],
  [0, lockAfter, 0],
  [0, 10 * lockAfter, 0],
  [minute, lockAfter, minute],
])('used at %i ms and looked at after %i ms, the window locks in %i ms', (lastUse, now, left) => {
  expect(timeUntilLock(lastUse, now, lockAfter)).toBe(left)
})

test('a call within a minute of a touch is somebody’s, a later one is the window’s own', () => {
  expect(isAttendedAt(0, minute)).toBe(true)
  expect(isAttendedAt(0, minute + 1)).toBe(false)
})

test('a window that nobody touches is left alone after 15 minutes, once', () => {
  const { told, useWatch } = watch()
  useWatch.start()
  vi.advanceTimersByTime(lockAfter - 1)
  expect(told).toEqual([])
  vi.advanceTimersByTime(10 * lockAfter)
  expect(told).toEqual(['left alone after 15'])
})

test('every touch puts it off, and asking whether somebody is there does not', () => {
  const { told, useWatch } = watch()
  useWatch.start()
  vi.advanceTimersByTime(2 * minute)
  useWatch.used()
  vi.advanceTimersByTime(14 * minute)
  expect(useWatch.isAttended()).toBe(false)
  expect(told).toEqual([])
  vi.advanceTimersByTime(minute)
  expect(told).toEqual(['left alone after 17'])
})

test('whoever writes for long is told of every five minutes, so that the server knows too', () => {
  const { told, useWatch } = watch()
  useWatch.start()
  for (let seconds = 0; seconds < 12 * 60; seconds += 10) {
    useWatch.used()
    vi.advanceTimersByTime(10_000)
  }
  expect(told).toEqual(['still used after 5', 'still used after 10'])
})

test('nothing is counted before somebody works there and after they left', () => {
  const { told, useWatch } = watch()
  vi.advanceTimersByTime(lockAfter)
  useWatch.used()
  useWatch.start()
  vi.advanceTimersByTime(minute)
  useWatch.stop()
  useWatch.used()
  vi.advanceTimersByTime(10 * lockAfter)
  expect(told).toEqual([])
})

import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { startAutosave, type SaveState } from './autosave.ts'

const formId = newId()
const draft = (en: string) => ({ formId, baseVersion: null, definition: buildForm({ title: { en } }) })
const saved = {
  ok: true as const,
  data: { outcome: 'saved' as const, changedAt: '2026-11-24T10:42:00.000Z' },
}
const stale = { ok: true as const, data: { outcome: 'stale' as const } }
const failed = { ok: false as const, error: { message: 'The disk is full.' } }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start(answers: (typeof saved | typeof failed | typeof stale)[]) {
  const titles: string[] = []
  const states: SaveState['kind'][] = []
  const autosave = startAutosave(
    async ({ definition }) => {
      titles.push(definition.title.en)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return answers.shift() ?? saved
    },
    (state) => states.push(state.kind),
  )
  return { autosave, titles, states }
}

test('a burst of changes is saved once, within 300 milliseconds, and called saved only when it is', async () => {
  const { autosave, titles, states } = start([])
  autosave.change(draft('a'))
  autosave.change(draft('ab'))
  await vi.advanceTimersByTimeAsync(300)
  expect(titles).toEqual(['ab'])
  expect(states.at(-1)).toBe('saving')
  await vi.advanceTimersByTimeAsync(100)
  expect(states.at(-1)).toBe('saved')
})

test('what changes during a save is saved after it, and until then nothing is called saved', async () => {
  const { autosave, titles, states } = start([])
  autosave.change(draft('a'))
  const flushed = autosave.flush()
  autosave.change(draft('ab'))
  await vi.advanceTimersByTimeAsync(300)
  expect(await flushed).toBe(true)
  expect(titles).toEqual(['a', 'ab'])
  expect(states).toEqual(['saving', 'saving', 'saved'])
})

test('what could not be saved is said, kept, and tried again with the newest change', async () => {
  const { autosave, titles, states } = start([failed, failed])
  autosave.change(draft('a'))
  const flushed = autosave.flush()
  await vi.advanceTimersByTimeAsync(100)
  expect(await flushed).toBe(false)
  expect(states.at(-1)).toBe('failed')
  autosave.change(draft('ab'))
  await vi.advanceTimersByTimeAsync(400)
  expect(states.at(-1)).toBe('failed')
  await vi.advanceTimersByTimeAsync(5200)
  expect(titles).toEqual(['a', 'ab', 'ab'])
  expect(states.at(-1)).toBe('saved')
})

test('when newer changes of a colleague came between, what was typed is saved all the same, without passing for them', async () => {
  const { autosave, titles, states } = start([stale])
  autosave.change({ ...draft('a'), takenIn: 3 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(titles).toEqual(['a', 'a'])
  expect(states.at(-1)).toBe('saved')
})

test('a stopped autosave saves nothing more', async () => {
  const { autosave, titles } = start([])
  autosave.change(draft('a'))
  autosave.stop()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await autosave.flush()).toBe(true)
  expect(titles).toEqual([])
})

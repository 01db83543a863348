import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import { expect, test, vi } from 'vitest'

import { areFilesKept, startSendingFiles, type FileStore } from './send-files.ts'

const file = (name: string) => new File(['A letter.'], name)
const question = 'q_letters'

function open(overrides: Partial<Parameters<typeof startSendingFiles>[0]> = {}) {
  const sent: string[] = []
  const unseen: string[] = []
  const store = startSendingFiles({
    async send(_questionId, { name }) {
      sent.push(name)
      return null
    },
    describe: async () => {},
    refresh: async () => {},
    onUnseen: (name) => void unseen.push(name),
    ...overrides,
  })
  return { store, sent, unseen }
}

function stages(store: FileStore) {
  return store.view().sendings.map(({ file: { name }, stage, why }) => ({ name, stage, why }))
}

test('files are sent one after the other, and each stays to be seen until the form is known to have it', async () => {
  const refreshed: string[] = []
  const { store, sent } = open({
    async refresh() {
      refreshed.push(
        stages(store)
          .map(({ name }) => name)
          .join(),
      )
    },
  })
  store.add(question, [file('a.pdf'), file('b.pdf')])
  expect(areFilesKept(store.view())).toBe(false)
  expect(await store.flush()).toBe(true)
  expect(sent).toEqual(['a.pdf', 'b.pdf'])
  expect(refreshed).toEqual(['a.pdf,b.pdf', 'b.pdf'])
  expect(stages(store)).toEqual([])
})

test('one that the server does not take says why and stops no other; left out it is gone', async () => {
  const { store } = open({
    send: async (_questionId, { name }): Promise<RefusedReason | null> =>
      name === 'a.exe' ? 'wrongKind' : null,
  })
  store.add(question, [file('a.exe'), file('b.pdf')])
  expect(await store.flush()).toBe(true)
  expect(stages(store)).toEqual([{ name: 'a.exe', stage: 'notTaken', why: 'wrongKind' }])
  store.leaveOut(store.view().sendings[0]?.key ?? '')
  expect(stages(store)).toEqual([])
})

test('without a connection a file stays here with those behind it, and is sent again when it is asked for', async () => {
  let connected = false
  const { store, unseen } = open({
    async send() {
      if (!connected) throw new Error('The server cannot be reached.')
      return null
    },
  })
  const stop = store.subscribe(() => {})
  store.add(question, [file('a.pdf'), file('b.pdf')])
  expect(await store.flush()).toBe(false)
  const why = 'The server cannot be reached.'
  expect(stages(store)).toEqual([
    { name: 'a.pdf', stage: 'notSent', why },
    { name: 'b.pdf', stage: 'notSent', why },
  ])
  expect(unseen).toEqual([])
  connected = true
  store.sendAgain()
  expect(await store.flush()).toBe(true)
  stop()
})

test('who has left the form is told of a file that did not get there', async () => {
  const { store, unseen } = open({ send: () => Promise.reject(new Error('Sign in again.')) })
  store.add(question, [file('a.pdf')])
  await store.flush()
  expect(unseen).toEqual(['a.pdf'])
})

test('what is typed about a file while earlier words are being kept is kept too', async () => {
  vi.useFakeTimers()
  const kept: string[] = []
  const { store } = open({
    async describe(_fileId, description) {
      kept.push(description)
      if (kept.length === 1) store.describe('file', 'The quiet corner')
    },
  })
  store.describe('file', 'Th')
  await vi.runAllTimersAsync()
  expect(kept).toEqual(['Th', 'The quiet corner'])
  expect(areFilesKept(store.view())).toBe(true)
  vi.useRealTimers()
})

test('words that could not be kept are said to be not saved, stay, and are kept with the next try', async () => {
  let connected = false
  const { store } = open({
    async describe() {
      if (!connected) throw new Error('The server cannot be reached.')
    },
  })
  store.describe('file', 'The quiet corner')
  expect(await store.flush()).toBe(false)
  expect(store.view()).toMatchObject({
    failed: 'The server cannot be reached.',
    words: { file: 'The quiet corner' },
  })
  connected = true
  expect(await store.flush()).toBe(true)
  expect(store.view().failed).toBeUndefined()
})

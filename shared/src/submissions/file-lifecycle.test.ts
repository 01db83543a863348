import { expect, test } from 'vitest'
import { fileStates, mayOpenFile } from './file-lifecycle.ts'

test('what is being checked or was refused is opened by nobody, whatever the authority settled', () => {
  for (const staffOpenUnscanned of [false, true]) {
    for (const opener of ['sender', 'staff'] as const) {
      const opened = fileStates.filter((state) => mayOpenFile(state, opener, { staffOpenUnscanned }))
      expect(opened).not.toContain('checking')
      expect(opened).not.toContain('refused')
    }
  }
})

test('a clean file is opened by both; one that nothing scanned by its sender, and by staff only where that is settled', () => {
  const opened = (opener: 'sender' | 'staff', staffOpenUnscanned: boolean) =>
    fileStates.filter((state) => mayOpenFile(state, opener, { staffOpenUnscanned }))
  expect(opened('sender', false)).toEqual(['clean', 'notScanned'])
  expect(opened('staff', false)).toEqual(['clean'])
  expect(opened('staff', true)).toEqual(['clean', 'notScanned'])
})

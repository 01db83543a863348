import { expect, test } from 'vitest'
import { isLockKey } from './lock-key.ts'

const plain = { type: 'keyDown', key: 'l', control: false, meta: false, alt: false, shift: false }

test.each([
  ['Ctrl+L', { control: true }, false, true],
  ['Ctrl+L with the capitals locked', { control: true, key: 'L' }, false, true],
  ['Cmd+L on a Mac', { meta: true }, true, true],
  ['Ctrl+L on a Mac', { control: true }, true, false],
  ['a letter of a name', {}, false, false],
  ['AltGr+L, which some keyboards write with', { control: true, alt: true }, false, false],
  ['letting the key go', { control: true, type: 'keyUp' }, false, false],
  ['Ctrl+K', { control: true, key: 'k' }, false, false],
])('%s locks: only where it should (%#)', (_keys, pressed, onMac, locks) => {
  expect(isLockKey({ ...plain, ...pressed }, onMac)).toBe(locks)
})

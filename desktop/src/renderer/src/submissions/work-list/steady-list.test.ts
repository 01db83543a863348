import { describe, expect, it } from 'vitest'

import { compareLists, neighbourOf, stepInList } from './steady-list.ts'

describe('a list that never jumps', () => {
  it('counts what arrived and what a colleague took away', () => {
    expect(compareLists(['a', 'b'], ['b', 'c', 'd'])).toEqual({ arrived: 2, gone: 1 })
    expect(compareLists(['a'], ['a'])).toEqual({ arrived: 0, gone: 0 })
  })

  it('steps with J and K without leaving the list', () => {
    expect(stepInList(['a', 'b'], undefined, 1)).toBe('a')
    expect(stepInList(['a', 'b'], 'a', 1)).toBe('b')
    expect(stepInList(['a', 'b'], 'b', 1)).toBe('b')
    expect(stepInList(['a', 'b'], 'a', -1)).toBe('a')
    expect(stepInList([], 'a', 1)).toBeUndefined()
  })

  it('opens the next row when the current one is done, else the one before', () => {
    expect(neighbourOf(['a', 'b', 'c'], 'b')).toBe('c')
    expect(neighbourOf(['a', 'b'], 'b')).toBe('a')
    expect(neighbourOf(['a'], 'a')).toBeUndefined()
  })
})

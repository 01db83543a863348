import { describe, expect, it } from 'vitest'

import { dateInWords, momentInWords, monthInWords, timeAgo } from './date-words.ts'

describe('dates in words', () => {
  it('writes a date the way officers write it, and a dash for none', () => {
    expect(dateInWords('2026-11-03')).toBe('3 Nov 2026')
    expect(dateInWords(undefined)).toBe('—')
    expect(dateInWords(null)).toBe('—')
  })

  it('names the month of a heading and the exact moment in UK time, summer included', () => {
    expect(monthInWords('2026-11-03')).toBe('November 2026')
    expect(momentInWords('2026-07-03T13:05:00.000Z')).toBe('3 Jul 2026, 14:05')
  })

  it('says how long ago something was in the largest whole unit', () => {
    const now = new Date('2026-11-24T12:00:00Z')
    expect(timeAgo('2026-11-24T11:59:30Z', now)).toBe('just now')
    expect(timeAgo('2026-11-24T11:55:00Z', now)).toBe('5 min ago')
    expect(timeAgo('2026-11-24T09:30:00Z', now)).toBe('2 h ago')
    expect(timeAgo('2026-11-21T11:00:00Z', now)).toBe('3 d ago')
  })
})

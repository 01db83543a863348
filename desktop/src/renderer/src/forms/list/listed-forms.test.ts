import { expect, test } from 'vitest'

import { filterInternalVersions, filterPortalForms, liveInWords, type ListedForm } from './listed-forms.ts'

const version = { publishedAt: '2026-01-01T00:00:00Z', publishedBy: 'Jo Carter' }

function buildListed(overrides: Partial<ListedForm>): ListedForm {
  const dates = { liveFrom: null, liveUntil: null }
  const known = { formId: 'f', code: 'F', title: 'Form', audience: 'parents', live: true, ...dates } as const
  const versions = [{ number: 1, effective: null, ...version }]
  return { ...known, family: 'portal', liveState: 'live', versions, ...overrides }
}

test('the filter of the portal forms looks at today, not at the switch', () => {
  const forms = [
    buildListed({ formId: 'on' }),
    buildListed({ formId: 'ended', liveState: 'ended', liveUntil: '2026-02-28' }),
    buildListed({ formId: 'inside', family: 'internal' }),
  ]
  const ids = (filter: 'all' | 'live' | 'notLive') =>
    filterPortalForms(forms, filter).map(({ formId }) => formId)
  expect([ids('all'), ids('live'), ids('notLive')]).toEqual([['on', 'ended'], ['on'], ['ended']])
})

test('each version of an internal form is a row, the newest first, filtered by its state', () => {
  const states = ['previous', 'current', 'future'] as const
  const versions = states.map((state, index) => ({
    number: index + 1,
    effective: { from: `2026-0${index + 1}-01`, state },
    ...version,
  }))
  const forms = [buildListed({ family: 'internal', versions }), buildListed({ formId: 'other' })]
  const numbers = (filter: 'all' | 'current' | 'previous' | 'future') =>
    filterInternalVersions(forms, filter).map(({ number }) => number)
  expect(numbers('all')).toEqual([3, 2, 1])
  expect([numbers('current'), numbers('previous'), numbers('future')]).toEqual([[2], [1], [3]])
})

test('how a form stands is said with its date', () => {
  const word = (overrides: Partial<ListedForm>) => liveInWords(buildListed(overrides)).word
  expect(word({})).toBe('Live')
  expect(word({ liveUntil: '2026-09-01' })).toBe('Live until 1 Sept 2026')
  expect(word({ liveState: 'switchedOff', live: false })).toBe('Not live')
  expect(word({ liveState: 'notYet', liveFrom: '2026-09-01' })).toBe('Not live before 1 Sept 2026')
  expect(word({ liveState: 'ended', liveUntil: '2026-09-01' })).toBe('Not live since 1 Sept 2026')
})

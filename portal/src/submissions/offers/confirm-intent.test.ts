import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Offer } from '@send/shared/submissions/offers/list-offers'
import { expect, test } from 'vitest'
import { confirmAllIntent, confirmIntent, findConfirming, listForAll } from './confirm-intent.ts'

const [school, town, street] = [
  buildQuestion('shortText'),
  buildQuestion('shortText'),
  buildQuestion('shortText'),
]
const page = buildPage([school, town, street])
const offerOf = (questionId: string, digest = 'abc', fit: Offer['fit'] = 'use'): Offer => ({
  questionId,
  digest,
  fit,
  value: 'Elm',
  source: { from: 'request' },
})
const offers = [offerOf(school.id), offerOf(town.id, 'def'), offerOf(street.id, 'ghi')]
const nothing = { page, typed: {}, shown: undefined }

test('any other button confirms nothing, and nothing is confirmed that no offer of the page can be', () => {
  for (const intent of ['', 'next', 'back', 'add q', 'useless'])
    expect(findConfirming(intent, nothing)).toBeUndefined()
  for (const intent of ['use', 'use q_x:abc', `use ${school.id}`, `use ${school.id}:A`, 'use __proto__:abc'])
    expect(findConfirming(intent, nothing)).toEqual({})
})

test('one button confirms one answer, the other all that are seen and not answered meanwhile', () => {
  expect(findConfirming(confirmIntent(offerOf(town.id)), nothing)).toEqual({ [town.id]: 'abc' })
  const typed = { [school.id]: 'Oak', [town.id]: '', [street.id]: '' }
  const shown = `${school.id} ${town.id}`
  expect(findConfirming(confirmAllIntent(offers), { page, typed, shown })).toEqual({ [town.id]: 'def' })
})

test('of several children, and of what can only be read, none is among all of a page', () => {
  const several = [offerOf(school.id), offerOf(school.id, 'other'), offerOf(street.id, 'ghi', 'read')]
  expect(listForAll([...several, offerOf(town.id)]).map(({ questionId }) => questionId)).toEqual([town.id])
})

import { expect, test } from 'vitest'
import { isFromOwnPage } from './same-origin.ts'

const own = 'https://families.council.example'

test.each([
  ['the form of an own page', own, 'same-origin', true],
  ['an own page of an older browser', own, undefined, true],
  ['a browser that sends the site only', undefined, 'same-origin', true],
  ['neither header', undefined, undefined, false],
  ['another site', 'https://elsewhere.example', 'cross-site', false],
  ['another site without the second header', 'https://elsewhere.example', undefined, false],
  ['a neighbour under the same domain', 'https://schools.council.example', 'same-site', false],
  ['the same host without encryption', 'http://families.council.example', undefined, false],
  ['another port', `${own}:8443`, undefined, false],
  ['an opaque origin', 'null', 'cross-site', false],
  ['an address typed by hand', undefined, 'none', false],
  ['two headers that disagree', own, 'cross-site', false],
])('A-04 V3.5.1: a change asked for by %s', (_who, origin, fetchSite, allowed) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(isFromOwnPage({ method, origin, fetchSite }, own)).toBe(allowed)
  }
})

test('reading is open to links from anywhere', () => {
  const proof = { method: 'GET', origin: 'https://elsewhere.example', fetchSite: 'cross-site' }
  expect(isFromOwnPage(proof, own)).toBe(true)
})

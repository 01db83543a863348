import { expect, test } from 'vitest'
import { afterUpload, parseSent, Then } from './after-upload.ts'
import { findNotice } from './notice.ts'

const page = '/submissions/1/files/q_1'

test('whoever sent all goes on to where they wanted, and whoever did not reads on the page what was not taken', () => {
  const all = { added: 2, refused: [] }
  expect(afterUpload(page, all, { then: 'next', fromCheck: false })).toEqual({
    place: `${page}?then=next`,
    cookie: undefined,
  })
  expect(afterUpload(page, all, { then: 'stay', fromCheck: true }).place).toBe(`${page}?added=2&from=check`)
  const some = { added: 1, refused: [{ name: 'film.mp4', reason: 'wrongKind' }] }
  const { place, cookie } = afterUpload(page, some, { then: 'next', fromCheck: false })
  expect(place).toBe(`${page}?added=1`)
  expect(findNotice(cookie?.split(';')[0] ?? '')).toEqual({ refused: some.refused })
})

test.each([
  'not JSON',
  '{}',
  '{"added":-1,"refused":[]}',
  '{"added":1,"refused":[{"name":1,"reason":"x"}]}',
  JSON.stringify({ added: 1, refused: Array.from({ length: 200 }, () => ({ name: 'a', reason: 'b' })) }),
])('what a page cannot have said says nothing: %s', (text) => {
  expect(parseSent(text)).toEqual({ added: 0, refused: [] })
  expect(Then.parse('https://elsewhere.example')).toBe('stay')
})

import { expect, test } from 'vitest'
import { mailAsHtml } from './mail-as-html.ts'

const to = 'parent@example.org'
const ours = new Set(['<html', '<head', '<meta', '<title', '<body', '<p', '<a'])

test('a message becomes paragraphs in its language, and an address alone on its line a link', () => {
  const text = 'Helo,\n\nagorwch hi:\n\nhttps://portal.example/submissions/1?a=1&b=2\n\nDiolch\nY tîm\n'
  expect(mailAsHtml({ to, subject: 'Eich ffurflen', text, language: 'cy' })).toBe(
    [
      '<!doctype html><html lang="cy"><head><meta charset="utf-8"><title>Eich ffurflen</title></head>',
      '<body style="font: 16px/1.5 Arial, sans-serif; max-width: 38em">',
      '<p>Helo,</p>',
      '<p>agorwch hi:</p>',
      '<p><a href="https://portal.example/submissions/1?a=1&amp;b=2">https://portal.example/submissions/1?a=1&amp;b=2</a></p>',
      '<p>Diolch<br>Y tîm</p>',
      '</body></html>',
    ].join('\n'),
  )
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'https://a.example/"><script>1</script>',
])('%j in a subject or a text stays text', (typed) => {
  const html = mailAsHtml({ to, subject: typed, text: `Hello,\n\n${typed}\n`, language: 'en' })
  expect([...new Set(html.match(/<[a-z]+/g))].filter((tag) => !ours.has(tag))).toEqual([])
})

test('an address in the midst of words is no link', () => {
  const html = mailAsHtml({ to, subject: 'x', text: 'See https://a.example/ now', language: 'en' })
  expect(html).not.toContain('<a ')
})

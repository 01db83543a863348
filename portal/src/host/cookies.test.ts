import { expect, test } from 'vitest'
import { endedSessionCookie, findCookie, sessionCookie, sessionCookieName } from './cookies.ts'
import { findNotice, noticeSetCookie } from './notice.ts'

test('V3.3.1 V3.3.4: a session cookie is out of reach of scripts, of plain connections and of other hosts', () => {
  const cookie = sessionCookie('citizen', 'token')
  expect(cookie).toBe('__Host-send-citizen=token; Path=/; HttpOnly; Secure; SameSite=Lax')
  expect(cookie).not.toContain('Domain')
})

test('each face has a cookie of its own', () => {
  expect(sessionCookieName('citizen')).not.toBe(sessionCookieName('professional'))
})

test('signing out removes the cookie', () => {
  expect(endedSessionCookie('professional')).toContain('__Host-send-professional=; ')
  expect(endedSessionCookie('professional')).toContain('Max-Age=0')
})

test('a cookie is found by its whole name only', () => {
  expect(findCookie('a__Host-send-citizen=1; __Host-send-citizen=2', '__Host-send-citizen')).toBe('2')
  expect(findCookie('other=1', '__Host-send-citizen')).toBeUndefined()
  expect(findCookie(undefined, '__Host-send-citizen')).toBeUndefined()
})

test('a notice about refused files survives the redirect, and a damaged one is none', () => {
  const refused = [{ name: 'llythyr ŵy.pdf', reason: 'The file is empty' }]
  const cookie = noticeSetCookie({ refused }).split(';')[0] ?? ''
  expect(findNotice(cookie)).toEqual({ refused })
  expect(findNotice('__Host-send-notice=%%%')).toBeUndefined()
  expect(findNotice(null)).toBeUndefined()
})

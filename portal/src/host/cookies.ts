import type { Face } from '../visitor.ts'

export const languageCookie = '__Host-send-language'
export const noticeCookie = '__Host-send-notice'

const sessionCookies: Record<Face, string> = {
  citizen: '__Host-send-citizen',
  professional: '__Host-send-professional',
}

/** The name of the session cookie of one face, so that a session of the other is never even sent on. */
export function sessionCookieName(face: Face): string {
  return sessionCookies[face]
}

/** Finds one cookie in a Cookie header. */
export function findCookie(header: string | undefined | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined
  }
  return undefined
}

/** A Set-Cookie value that scripts cannot read and that only this very host gets back; seconds 0 removes it. */
export function setCookie(name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax${age}`
}

/** The Set-Cookie value that keeps a session token until the browser closes or the server ends the session. */
export function sessionCookie(face: Face, token: string): string {
  return setCookie(sessionCookieName(face), token)
}

/** The Set-Cookie value that forgets the session. */
export function endedSessionCookie(face: Face): string {
  return setCookie(sessionCookieName(face), '', 0)
}

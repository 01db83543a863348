import { z } from 'zod'
import { findCookie, noticeCookie, setCookie } from './cookies.ts'

const secondsKept = 60
const mostFiles = 10

/** What the next page has to say about the files just sent. */
export const FileNotice = z.strictObject({
  refused: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
})
export type FileNotice = z.infer<typeof FileNotice>

/** The Set-Cookie value that carries a notice over a redirect, once and briefly. */
export function noticeSetCookie(notice: FileNotice): string {
  const refused = notice.refused.slice(0, mostFiles).map(({ name, reason }) => ({
    name: Array.from(name).slice(0, 60).join(''),
    reason: reason.slice(0, 160),
  }))
  return setCookie(noticeCookie, Buffer.from(JSON.stringify({ refused })).toString('base64url'), secondsKept)
}

/** Finds the notice in a Cookie header; a damaged one is no notice. */
export function findNotice(cookieHeader: string | null): FileNotice | undefined {
  const value = findCookie(cookieHeader, noticeCookie)
  if (!value) return undefined
  try {
    return FileNotice.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** The Set-Cookie value that forgets the notice once it has been shown. */
export function shownNoticeCookie(): string {
  return setCookie(noticeCookie, '', 0)
}

import { z } from 'zod'
import { noticeSetCookie } from './notice.ts'

/** Files that were sent, and those that were not taken with the reason of each. */
const Sent = z.object({
  added: z.number().int().min(0).max(1000),
  refused: z.array(z.object({ name: z.string(), reason: z.string() })).max(100),
})
type Sent = z.infer<typeof Sent>

/** What the script of the page says of the files it sent; what is not understood says nothing. */
export function parseSent(text: string): Sent {
  try {
    return Sent.parse(JSON.parse(text))
  } catch {
    return { added: 0, refused: [] }
  }
}

export const Then = z.enum(['stay', 'next', 'later']).catch('stay')

/** Where somebody goes on once files were sent, however they came; a notice says there what was not taken. */
export function afterUpload(
  page: string,
  { added, refused }: Sent,
  { then, fromCheck }: { then: z.infer<typeof Then>; fromCheck: boolean },
): { place: string; cookie: string | undefined } {
  const moveOn = refused.length === 0 && then !== 'stay'
  const how = moveOn ? `then=${then}` : `added=${added}`
  return {
    place: `${page}?${how}${fromCheck ? '&from=check' : ''}`,
    cookie: refused.length > 0 ? noticeSetCookie({ refused }) : undefined,
  }
}

import { createHmac } from 'node:crypto'
import type { Visitor } from '../../visitor.ts'

/**
 * The key under which a browser keeps what could not be saved of one page. It comes with the page alone, so that only
 * who may open that page, having signed in, can read what lies in the browser.
 */
export function keepKey(
  { serviceSecret }: Visitor,
  { submissionId, pageId }: { submissionId: string; pageId: string },
): string {
  return createHmac('sha256', serviceSecret)
    .update(`unsaved answers ${submissionId} ${pageId}`)
    .digest('base64')
}

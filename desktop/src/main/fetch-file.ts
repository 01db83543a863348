import { z } from 'zod'

import { notReached, type CallError } from './server-calls.ts'
import type { ServerSession } from './server-session.ts'

export const FileId = z.uuid()

export type FetchedFile = { ok: true; bytes: Buffer; mediaType: string } | { ok: false; error: CallError }

/** Milliseconds; the largest file is 50 MB. */
const patience = 120_000

const Refusal = z.object({ error: z.object({ id: z.string(), sentence: z.string() }) })

/** Fetches a file into memory; always returns, with a sentence when there is no file. */
export async function fetchFile(session: ServerSession, fileId: string): Promise<FetchedFile> {
  const attempt = session.begin()
  try {
    const answer = await fetch(`${session.serverUrl}/files/${fileId}`, {
      headers: session.authorization(),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (answer.ok) {
      const bytes = Buffer.from(await answer.arrayBuffer())
      attempt.answered(undefined)
      return { ok: true, bytes, mediaType: mediaTypeOf(answer) }
    }
    const refusal = Refusal.safeParse(await answer.json())
    attempt.answered(refusal.data?.error)
    return {
      ok: false,
      error: { message: refusal.data?.error.sentence ?? '', data: refusal.data?.error },
    }
  } catch {
    attempt.notReached()
    return { ok: false, error: notReached() }
  }
}

function mediaTypeOf(answer: Response): string {
  return (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

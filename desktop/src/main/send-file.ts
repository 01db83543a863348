import { mostFileBytes } from '@send/shared/forms/questions/file'
import { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import { Id, QuestionId } from '@send/shared/values/ids'
import { z } from 'zod'

import { notReached, type CallResult } from './server-calls.ts'
import type { ServerSession } from './server-session.ts'

/** A file that somebody attaches to a question of a form of staff; it comes from the window's memory and stays in ours. */
export const FileToSend = z.strictObject({
  internalFormId: Id,
  questionId: QuestionId,
  name: z.string().min(1).max(1000),
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= mostFileBytes),
})
export type FileToSend = z.infer<typeof FileToSend>

/** Milliseconds; the server gives a request as long. */
const patience = 120_000

const Received = z.object({
  files: z.array(z.object({ fileId: Id })),
  refused: z.array(z.object({ reason: RefusedReason })),
})
const Refusal = z.object({ error: z.object({ id: z.string(), sentence: z.string() }) })

/**
 * Sends a file and says why the server did not take it, or null where it did. Sent again because no answer came, it is there
 * once.
 */
export async function sendFile(session: ServerSession, file: FileToSend): Promise<CallResult> {
  const { internalFormId, questionId, name, bytes } = file
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)]), name)
  const attempt = session.begin()
  try {
    const answer = await fetch(`${session.serverUrl}/internal-forms/${internalFormId}/files/${questionId}`, {
      method: 'POST',
      headers: session.authorization(),
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const said: unknown = await answer.json()
    const received = Received.safeParse(said)
    if (answer.ok && received.success) {
      attempt.answered(undefined)
      return { ok: true, data: received.data.refused[0]?.reason ?? null }
    }
    const error = Refusal.safeParse(said).data?.error
    attempt.answered(error)
    return { ok: false, error: { message: error?.sentence ?? '', data: error } }
  } catch {
    attempt.notReached()
    return { ok: false, error: notReached() }
  }
}

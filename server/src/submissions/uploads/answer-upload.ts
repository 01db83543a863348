import { Server, type Locker } from '@tus/server'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { newId } from '@send/shared/values/ids'
import type { RequestContext } from '../../context.ts'
import { maskError } from '../../errors.ts'
import type { UploadTarget } from './begin-upload.ts'
import { UploadRefused } from './upload-refused.ts'
import { UploadStore } from './upload-store.ts'

/** Under it a settled upload says what became of it: `attached`, or the reason why it was refused. */
export const outcomeHeader = 'send-outcome'

/** Whose upload it is about; `target` only where a new one begins. */
type Asked = { request: Request; uploadId?: string; target?: UploadTarget }

/**
 * Answers a request of the tus protocol, https://tus.io/protocols/resumable-upload. Faults of ours are given to `report`
 * and answered without their inside.
 */
export async function answerUpload(
  context: RequestContext,
  { request, uploadId, target }: Asked,
  report: (error: unknown) => void,
): Promise<Response> {
  const store = new UploadStore(context, target)
  const server = new Server({
    path: '/uploads',
    datastore: store,
    locker: noLocker,
    // Nobody asks from another origin: the browser's request comes by way of the portal.
    allowedOrigins: [],
    namingFunction: () => newId(),
    generateUrl: (_request, { id }) => `/uploads/${id}`,
    getFileIdFromRequest: () => uploadId,
    onResponseError: (_request, error) => explain(error, report),
  })
  const answer = await server.handleWeb(request)
  if (!answer.ok || uploadId === undefined || request.method === 'DELETE') return answer
  const outcome = await store.findOutcome(uploadId)
  if (outcome) answer.headers.set(outcomeHeader, outcome)
  return answer
}

/** Whoever comes second is told so by the row of the form, which every step locks; a lock in memory would be one more. */
const noLocker: Locker = { newLock: () => ({ lock: async () => {}, unlock: async () => {} }) }

function explain(
  error: Error | { status_code: number; body: string },
  report: (error: unknown) => void,
): { status_code: number; body: string } | undefined {
  if (error instanceof UploadRefused) {
    if (error.reason === 'noRoom') report(error)
    return { status_code: 422, body: JSON.stringify({ refused: error.reason }) }
  }
  // What the protocol itself has to say: a wrong offset, a missing header, a line that broke.
  if (!(error instanceof Error)) return undefined
  if (!(error instanceof TRPCError)) report(error)
  const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500
  return { status_code: status, body: JSON.stringify({ error: maskError(error) }) }
}

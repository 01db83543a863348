import { requestBytes } from '@send/shared/submissions/upload-parts'
import { Upload, type DetailedError, type PreviousUpload } from 'tus-js-client'
import { digestOfArrived } from './digest-of-arrived.ts'
import { fingerprintOf, isMemoryThere, uploadMemory } from './upload-memory.ts'
import type { UnfinishedUpload, UploadPage } from './upload-page.ts'

/** How far a file is. `lost` goes on by itself; `failed` when somebody says so; the others are ends. */
export type Progress =
  | { at: 'waiting' }
  | { at: 'sending'; percent: number }
  | { at: 'checking' }
  | { at: 'lost'; percent: number }
  | { at: 'failed' }
  | { at: 'added' }
  | { at: 'refused'; reason: string }
  | { at: 'cancelled' }
  | { at: 'signedOut' }
  | { at: 'closed' }

/** Milliseconds before each new try; every piece that arrives begins them anew. */
const retryDelays = [0, 1_000, 2_000, 4_000, 8_000, 15_000]

export type Sending = { start(): void; cancel(): void }

/** Sends one file piece by piece, and goes on where an earlier try of the same file stopped. */
export function sendFile(
  file: File,
  { endpoint, unfinished }: Pick<UploadPage, 'endpoint' | 'unfinished'>,
  tell: (progress: Progress) => void,
): Sending {
  let percent = 0
  let cancelled = false
  const goOn = () => upload.start()
  const upload = new Upload(file, {
    endpoint: new URL(endpoint, location.href).href,
    chunkSize: requestBytes,
    retryDelays,
    metadata: { filename: file.name },
    fingerprint: (given) => fingerprintOf(given, endpoint),
    storeFingerprintForResuming: isMemoryThere(),
    urlStorage: uploadMemory,
    removeFingerprintOnSuccess: true,
    onProgress(sent, total) {
      percent = total === 0 ? 100 : Math.floor((100 * sent) / total)
      tell(percent < 100 ? { at: 'sending', percent } : { at: 'checking' })
    },
    onShouldRetry(error, attempt) {
      const again = isWorthAnotherTry(statusOf(error), attempt)
      if (again) tell({ at: 'lost', percent })
      return again
    },
    onSuccess({ lastResponse }) {
      const outcome = lastResponse.getHeader('send-outcome')
      if (!outcome) tell({ at: 'failed' })
      else tell(outcome === 'attached' ? { at: 'added' } : { at: 'refused', reason: outcome })
    },
    onError(error) {
      if (navigator.onLine || !('originalResponse' in error)) return tell(endOf(error))
      tell({ at: 'lost', percent })
      window.addEventListener('online', goOn, { once: true })
    },
  })
  return {
    start() {
      void startWhereItStopped(upload, { file, unfinished, isCancelled: () => cancelled })
    },
    cancel() {
      cancelled = true
      window.removeEventListener('online', goOn)
      // Without a line it stays there unfinished, and goes after its time.
      upload.abort(true).catch(() => {})
      tell({ at: 'cancelled' })
    },
  }
}

async function startWhereItStopped(
  upload: Upload,
  {
    file,
    unfinished,
    isCancelled,
  }: { file: File; unfinished: UnfinishedUpload[]; isCancelled: () => boolean },
): Promise<void> {
  const earlier = upload.url === null ? await findEarlier(upload, file, unfinished) : undefined
  if (isCancelled()) return
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
}

/** What this browser remembers; else what began elsewhere, if the bytes that arrived are those of this file. */
async function findEarlier(
  upload: Upload,
  file: File,
  unfinished: UnfinishedUpload[],
): Promise<PreviousUpload | undefined> {
  const [remembered] = isMemoryThere() ? await upload.findPreviousUploads() : []
  if (remembered) return remembered
  for (const { url, name, size, arrived, arrivedDigest } of unfinished) {
    if (name !== file.name || size !== file.size) continue
    if ((await digestOfArrived(file, arrived)) !== arrivedDigest) continue
    const nothing = { size, metadata: {}, parallelUploadUrls: null, creationTime: '' }
    return { ...nothing, urlStorageKey: '', uploadUrl: new URL(url, location.href).href }
  }
  return undefined
}

/** A line that broke, a server that is not there for a moment, or a piece that came twice. */
function isWorthAnotherTry(status: number, attempt: number): boolean {
  if (!navigator.onLine) return false
  return status === 0 || status >= 500 || (status === 409 && attempt < 2)
}

function statusOf(error: Error | DetailedError): number {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0
}

function endOf(error: Error | DetailedError): Progress {
  const status = statusOf(error)
  if (status === 401) return { at: 'signedOut' }
  const begins = 'originalRequest' in error && error.originalRequest.getMethod() === 'POST'
  // The page says it itself: there is no such form here, or it was sent before.
  if (begins && (status === 404 || status === 409)) return { at: 'closed' }
  const reason =
    status === 422 && 'originalResponse' in error ? reasonIn(error.originalResponse?.getBody()) : ''
  return reason ? { at: 'refused', reason } : { at: 'failed' }
}

function reasonIn(body: string | undefined): string {
  try {
    const { refused } = JSON.parse(body ?? '') as { refused?: unknown }
    return typeof refused === 'string' ? refused : ''
  } catch {
    return ''
  }
}

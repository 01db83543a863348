import { mostFileBytes, type FileKind } from '@send/shared/forms/questions/file'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import type { BlobStore, WrittenBlob } from '../blob-store.ts'
import { inspectFile } from './inspect-file.ts'
import { Refusal } from './refusal.ts'

export type Kept = { outcome: 'kept'; blob: WrittenBlob } | { outcome: 'refused'; reason: RefusedReason }

/** A picture written anew may be larger than it came; this is only against one without an end. */
const mostRewrittenBytes = 3 * mostFileBytes

/**
 * Looks into a written file and says which may be recorded: itself, or what was made of it. Of what is refused, and of
 * a picture as it came, nothing stays.
 */
export async function keepSafely(files: BlobStore, kind: FileKind, written: WrittenBlob): Promise<Kept> {
  try {
    const rewritten = await inspectFile(kind, files.reopen(written), async (anew) =>
      anew ? files.write(anew, { maxBytes: mostRewrittenBytes }) : undefined,
    )
    if (rewritten) await files.discard(written)
    return { outcome: 'kept', blob: rewritten ?? written }
  } catch (error) {
    await files.discard(written)
    if (error instanceof Refusal) return { outcome: 'refused', reason: error.reason }
    throw error
  }
}

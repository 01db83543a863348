import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { hoursUnfinished, partBytes } from '@send/shared/submissions/upload-parts'
import type { WorkContext } from '../../context.ts'
import { blobs } from '../../files/tables.ts'
import { uploadParts, uploads } from './tables.ts'

/** A file that did not arrive in full, and with which its sender can go on. It is no answer to anything. */
export type UnfinishedFile = {
  uploadId: string
  questionId: string
  name: string
  /** Bytes, as announced and as they arrived. */
  size: number
  arrived: number
  /** SHA-256 over the SHA-256 of each part, in hexadecimal figures: by it a browser knows the same file again. */
  arrivedDigest: string
  /** When what arrived is removed, unless somebody goes on with it. */
  keptUntil: string
}

/** The unfinished uploads of a form that whoever asks may see, those that began first coming first. */
export async function listUnfinished(
  { tx, now }: Pick<WorkContext, 'tx' | 'now'>,
  submissionId: string,
): Promise<UnfinishedFile[]> {
  const kept = hoursUnfinished * 3_600_000
  const { id, questionId, name, size, touchedAt } = uploads
  const digests = sql<string>`coalesce(string_agg(${blobs.sha256}, '' order by ${uploadParts.number}), '')`
  const rows = await tx
    .select({
      uploadId: id,
      questionId,
      name,
      size,
      touchedAt,
      parts: sql<number>`count(${blobs.id})::int`,
      arrivedDigest: sql<string>`encode(sha256(convert_to(${digests}, 'UTF8')), 'hex')`,
    })
    .from(uploads)
    .leftJoin(uploadParts, eq(uploadParts.uploadId, id))
    .leftJoin(blobs, eq(blobs.id, uploadParts.blobId))
    .where(
      and(
        eq(uploads.submissionId, submissionId),
        isNull(uploads.settledAt),
        gt(touchedAt, new Date(now().getTime() - kept)),
      ),
    )
    .groupBy(id)
    .orderBy(asc(id))
  return rows.map(({ parts, touchedAt: touched, ...row }) => ({
    ...row,
    arrived: parts * partBytes,
    keptUntil: new Date(touched.getTime() + kept).toISOString(),
  }))
}

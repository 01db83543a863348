import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { Readable } from 'node:stream'
import type { BlobPlace } from './blob-place.ts'
import { BlobStoreFull } from './blob-store.ts'

/**
 * Files in a bucket that speaks S3, at `https://ENDPOINT/BUCKET`. Region and access come from the environment of the SDK
 * (AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, or the role of the machine).
 */
export function createS3BlobPlace(url: string): BlobPlace {
  const { origin, pathname } = new URL(url)
  const Bucket = pathname.replaceAll('/', '')
  const client = new S3Client({
    endpoint: origin,
    // Not every service of this kind knows its buckets as hosts, nor the newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return {
    async put(blobId, content) {
      let failure: unknown
      async function* watched(): AsyncGenerator<Buffer> {
        try {
          yield* content
        } catch (error) {
          failure = error
          throw error
        }
      }
      // Two parts of 5 MB in memory at most; an upload that fails takes back what it had sent.
      const Body = Readable.from(watched(), { objectMode: false })
      const upload = new Upload({ client, params: { Bucket, Key: blobId, Body }, queueSize: 1 })
      try {
        await upload.done()
      } catch (error) {
        // Why the file ended says more than what the service thinks of taking it back.
        if (failure) throw failure
        throw isFull(error) ? new BlobStoreFull(error) : error
      }
    },

    async *get(blobId) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: blobId }))
      if (!Body) throw new Error('The store gave a file without bytes.')
      yield* Body as Readable
    },

    async remove(blobId) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: blobId }))
    },

    async sweep(before, known) {
      let swept = 0
      let ContinuationToken: string | undefined
      do {
        const page: ListObjectsV2CommandOutput = await client.send(
          new ListObjectsV2Command({ Bucket, ContinuationToken }),
        )
        const old = (page.Contents ?? []).flatMap(({ Key, LastModified }) =>
          Key && LastModified && LastModified < before ? [Key] : [],
        )
        const kept = await known(old)
        for (const Key of old.filter((id) => !kept.has(id))) {
          await client.send(new DeleteObjectCommand({ Bucket, Key }))
          swept += 1
        }
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken)
      return swept
    },
  }
}

/** As MinIO and Ceph name a quota that is used up; S3 itself has no end. */
const namesOfFull = new Set(['XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'QuotaExceeded'])

function isFull(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false
  return error.$metadata.httpStatusCode === 507 || namesOfFull.has(error.name)
}

import { mkdir } from 'node:fs/promises'
import type { Environment } from '../environment.ts'
import type { BlobPlace } from './blob-place.ts'
import { createDiskBlobPlace } from './disk-blob-place.ts'

/** The bucket that the settings name, else the folder, which is made; the SDK of the bucket is loaded only for it. */
export async function openBlobPlace({
  FILES_DIR,
  FILES_S3_URL,
}: Pick<Environment, 'FILES_DIR' | 'FILES_S3_URL'>): Promise<BlobPlace> {
  if (FILES_S3_URL) return (await import('./s3-blob-place.ts')).createS3BlobPlace(FILES_S3_URL)
  await mkdir(FILES_DIR, { recursive: true, mode: 0o700 })
  return createDiskBlobPlace(FILES_DIR)
}

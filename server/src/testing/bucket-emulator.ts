import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { vi } from 'vitest'

export type BucketEmulator = {
  /** As `FILES_S3_URL` names it. */
  url: string
  /** Where the objects of the bucket lie as files. */
  folder: string
  port: number
  stop(): Promise<void>
}

const bucket = 'send-files'

/** What the SDK needs to reach the emulator, and not to try again what fails. */
const access = {
  AWS_MAX_ATTEMPTS: '1',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
}

/**
 * A bucket of s3rver, an emulator: it shows that the protocol is spoken, not how a real service behaves. Until it is stopped
 * the environment of the process lets the SDK in.
 */
export async function startBucketEmulator(): Promise<BucketEmulator> {
  const directory = await mkdtemp(path.join(tmpdir(), 'send-s3-'))
  const emulator = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await emulator.run()
  for (const [name, value] of Object.entries(access)) vi.stubEnv(name, value)
  return {
    url: `http://127.0.0.1:${port}/${bucket}`,
    folder: path.join(directory, bucket),
    port,
    async stop() {
      vi.unstubAllEnvs()
      await emulator.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

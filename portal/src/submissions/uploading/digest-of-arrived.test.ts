import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { partBytes } from '@send/shared/submissions/upload-parts'
import { digestOfArrived } from './digest-of-arrived.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

test.each([0, 1, 3])('a file of which %i parts arrived is known again by its bytes', async (parts) => {
  const bytes = randomBytes(3 * partBytes + 100)
  const digests = Array.from({ length: parts }, (_, part) =>
    sha256(bytes.subarray(part * partBytes, (part + 1) * partBytes)),
  )
  const file = new File([bytes], 'report.pdf')
  expect(await digestOfArrived(file, parts * partBytes)).toBe(sha256(digests.join('')))
})

test('SR-564: another file of the same name and size is not taken for it, wherever it differs in what arrived', async () => {
  const bytes = randomBytes(2 * partBytes + 100)
  const changedAt = (at: number) => {
    const changed = Buffer.from(bytes)
    changed.writeUInt8((bytes[at] ?? 0) ^ 1, at)
    return digestOfArrived(new File([changed], 'report.pdf'), 2 * partBytes)
  }
  const own = await digestOfArrived(new File([bytes], 'report.pdf'), 2 * partBytes)
  for (const at of [0, partBytes, 2 * partBytes - 1]) expect(await changedAt(at)).not.toBe(own)
  // What did not arrive yet is sent from this file in any case.
  expect(await changedAt(2 * partBytes)).toBe(own)
})

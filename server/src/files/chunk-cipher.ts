import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Plain bytes in a chunk: a file is never in memory as a whole. */
const chunkBytes = 64 * 1024
const tagBytes = 16

/** AES-256-GCM chunk by chunk; number and last-mark in the nonce make reordering and cutting off show. */
export async function* encryptChunks(
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, last } of inChunksOf(chunkBytes, content)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    number += 1
  }
}

/** The plain bytes; throws at the first chunk that was changed, moved or left out. */
export async function* decryptChunks(
  key: Uint8Array,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, last } of inChunksOf(chunkBytes + tagBytes, content)) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last))
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
    yield Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagBytes)), decipher.final()])
    number += 1
  }
}

/** Safe to count, because every file has a key of its own. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 0)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

/** Cuts a stream into equal chunks; only the last may be shorter, and an empty stream is one empty chunk. */
async function* inChunksOf(
  size: number,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of content) {
    pieces.push(piece)
    length += piece.length
    if (length <= size) continue
    let all = Buffer.concat(pieces)
    for (; all.length > size; all = all.subarray(size)) yield { bytes: all.subarray(0, size), last: false }
    pieces = [all]
    length = all.length
  }
  yield { bytes: Buffer.concat(pieces), last: true }
}

import type { Readable } from 'node:stream'
import type { Transaction } from '../database/client.ts'

/** What is known of a file once its bytes are safe on the disk; without its row it can never be read. */
export type WrittenBlob = { blobId: string; size: number; sha256: string; sealedKey: string }

/** Keeps the bytes of files, each encrypted with a key of its own. */
export type BlobStore = {
  /**
   * Reads the stream to its end, at most `maxBytes`; throws BlobTooLarge beyond and BlobStoreFull where there is no
   * room, leaving nothing behind. It needs no transaction, because a slow line would hold one open for minutes.
   */
  write(content: AsyncIterable<Uint8Array>, options: { maxBytes: number }): Promise<WrittenBlob>
  /** The decrypted bytes of a file that was written and not recorded. */
  reopen(blob: WrittenBlob): AsyncIterable<Uint8Array>
  /** Takes away a file that was written and will not be recorded; its key was kept nowhere. */
  discard(blob: WrittenBlob): Promise<void>
  /** Makes a written file readable once this transaction is committed. */
  record(tx: Transaction, blob: WrittenBlob): Promise<void>
  /** The decrypted bytes; the stream fails when the file was tampered with. */
  open(tx: Transaction, blobId: string): Promise<{ content: Readable; size: number }>
  /** Forgets the key in this transaction (the bytes can never be read again) and the file soon after. */
  remove(tx: Transaction, blobId: string): Promise<void>
}

/** There is no room left for it. */
export class BlobStoreFull extends Error {
  constructor(cause: unknown) {
    super('There is no room left for files.', { cause })
    this.name = 'BlobStoreFull'
  }
}

/** The stream was longer than allowed. */
export class BlobTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes.`)
    this.name = 'BlobTooLarge'
  }
}

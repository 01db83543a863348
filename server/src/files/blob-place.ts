/** Where the encrypted bytes of files lie, each under an id of ours; nothing here knows keys. */
export type BlobPlace = {
  /** Keeps the bytes as a whole or not at all; throws BlobStoreFull where there is no room. */
  put(blobId: string, content: AsyncIterable<Buffer>): Promise<void>
  get(blobId: string): AsyncIterable<Uint8Array>
  /** What is not there is removed already. */
  remove(blobId: string): Promise<void>
  /** Removes what is older and not among the known of its ids; says how many. */
  sweep(before: Date, known: (ids: string[]) => Promise<Set<string>>): Promise<number>
}

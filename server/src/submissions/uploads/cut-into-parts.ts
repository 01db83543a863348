/**
 * Cuts a stream into parts of equal size, and ends with a shorter one only where the file itself ends after `bytesLeft`.
 * What came of a part when the stream ended early is not given out.
 */
export async function* cutIntoParts(
  content: AsyncIterable<Uint8Array>,
  { size, bytesLeft }: { size: number; bytesLeft: number },
): AsyncGenerator<Buffer> {
  let left = bytesLeft
  let part = Buffer.alloc(Math.min(size, left))
  let filled = 0
  for await (const piece of content) {
    for (let at = 0; at < piece.length && left > 0;) {
      const taken = Math.min(part.length - filled, piece.length - at)
      part.set(piece.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled < part.length) continue
      left -= part.length
      yield part
      part = Buffer.alloc(Math.min(size, left))
      filled = 0
    }
  }
}

/** What a scanner says of a file that it has read to its end. */
export type ScanVerdict = { outcome: 'clean' } | { outcome: 'found'; signature: string }

/** Looks for malicious content. */
export type Scanner = {
  /**
   * Throws ScannerUnavailable for anything but a plain answer, also when there is none after `patience` milliseconds:
   * such a file is not clean, it waits.
   */
  scan(content: AsyncIterable<Uint8Array>, patience?: number): Promise<ScanVerdict>
}

/** There was no answer, or none that says clean or found. */
export class ScannerUnavailable extends Error {
  constructor(why: string, cause?: unknown) {
    super(`The scanner gave no verdict: ${why}`, { cause })
    this.name = 'ScannerUnavailable'
  }
}

/** A fingerprint in groups of four, as people read it to one another. */
export function fingerprintInWords(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint
}

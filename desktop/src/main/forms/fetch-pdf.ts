/** Milliseconds; several may be printed before. */
const patience = 60_000
/** A form of a hundred pages has less than a tenth of it. */
const mostBytes = 20 * 1024 * 1024

/** The bytes of a PDF that anybody may have; undefined for whatever else comes, or nothing. No credential goes along. */
export async function fetchPdf(address: string): Promise<Buffer | undefined> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patience) })
    if (!answer.ok || answer.headers.get('content-type') !== 'application/pdf') return undefined
    const bytes = Buffer.from(await answer.arrayBuffer())
    return bytes.length <= mostBytes && bytes.subarray(0, 5).toString('latin1') === '%PDF-'
      ? bytes
      : undefined
  } catch {
    return undefined
  }
}

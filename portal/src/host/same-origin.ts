export type RequestProof = { method: string; origin: string | undefined; fetchSite: string | undefined }

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may change something: it must prove that it comes from a page of this very origin.
 * A browser that sends neither header is refused, because it cannot be told from a forged request.
 */
export function isFromOwnPage(proof: RequestProof, ownOrigin: string): boolean {
  if (safeMethods.has(proof.method)) return true
  if (proof.origin !== undefined && proof.origin !== ownOrigin) return false
  if (proof.fetchSite !== undefined && proof.fetchSite !== 'same-origin') return false
  return proof.origin !== undefined || proof.fetchSite !== undefined
}

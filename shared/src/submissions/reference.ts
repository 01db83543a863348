/** The reference that people quote: `REQ-` for requests, `INF-` for information, and a running number. */
export function submissionReference(
  purpose: 'ehcNeedsAssessmentRequest' | 'information',
  number: number,
): string {
  const prefix = purpose === 'ehcNeedsAssessmentRequest' ? 'REQ' : 'INF'
  return `${prefix}-${String(number).padStart(4, '0')}`
}

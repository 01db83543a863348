import type { Visitor } from '../visitor.ts'

/** The headers by which the portal proves itself to the server and says for whom it asks. */
export function serverHeaders(visitor: Visitor): Record<string, string> {
  return {
    'x-send-service': visitor.serviceSecret,
    'x-send-face': visitor.face,
    'x-send-visitor-address': visitor.address,
    ...(visitor.device ? { 'x-send-device': visitor.device } : {}),
    ...(visitor.isUnattended ? { 'x-send-unattended': '1' } : {}),
    ...(visitor.token ? { authorization: `Bearer ${visitor.token}` } : {}),
  }
}

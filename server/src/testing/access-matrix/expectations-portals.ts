import { usualAuthority, usualFaces } from '@send/shared/accounts/portal-faces/usual-face'
import type { Expectation } from './expectations.ts'

const face = 'citizen'

/** What is asked of the faces of the portal, which say to everybody what they say to anybody. */
export const portalExpectations: Record<string, Expectation> = {
  'portalFaces.show': { input: () => ({ face }) },
  'portals.get': { input: () => ({}) },
  'portals.countTileUse': { input: () => ({ face }) },
  'portals.setAuthority': { input: () => ({ before: usualAuthority, after: usualAuthority }) },
  'portals.setFace': { input: () => ({ face, before: usualFaces[face], after: usualFaces[face] }) },
}

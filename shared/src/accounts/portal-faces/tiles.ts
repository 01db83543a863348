import { z } from 'zod'

/** The two faces of the portal: families, and whoever works with their children. */
export const faces = ['citizen', 'professional'] as const
export const PortalFace = z.enum(faces)
export type PortalFace = z.infer<typeof PortalFace>

/**
 * What an authority may switch off. What is due, forms in progress, forms that were sent and the account are no tiles:
 * they are always there (docs/decisions/0055).
 */
export const Tile = z.enum([
  'startForms',
  'shareForms',
  'tellUs',
  'addSeveral',
  'caseload',
  'joinOrganisation',
])
export type Tile = z.infer<typeof Tile>

/** The tiles of each face, in the order in which they are told. */
export const tilesOf = {
  citizen: ['startForms', 'shareForms', 'tellUs'],
  professional: ['startForms', 'shareForms', 'tellUs', 'addSeveral', 'caseload', 'joinOrganisation'],
} as const satisfies Record<PortalFace, readonly Tile[]>

/** Whether a face has a tile at all. */
export function hasTile(face: PortalFace, tile: Tile): boolean {
  return (tilesOf[face] as readonly Tile[]).includes(tile)
}

import type { AuthoritySettings, FaceSettings } from '@send/shared/accounts/portal-faces/face-settings'
import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { getAuthority, getFace } from '../../accounts/portal-faces/face-settings.ts'
import type { ProcedureContext } from '../../context.ts'

export type Portals = {
  authority: AuthoritySettings
  faces: Record<PortalFace, { address: string; settings: FaceSettings }>
}

/** What is settled for both faces of the portal, and at which address each is; the addresses are of the installation. */
export async function getPortals(ctx: ProcedureContext): Promise<Portals> {
  const { origins } = ctx.services.portal
  const faceOf = async (face: PortalFace) => ({
    address: origins[face],
    settings: await getFace(ctx.tx, face),
  })
  return {
    authority: await getAuthority(ctx.tx),
    faces: { citizen: await faceOf('citizen'), professional: await faceOf('professional') },
  }
}

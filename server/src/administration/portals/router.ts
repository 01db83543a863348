import { AuthoritySettings, settingsOf } from '@send/shared/accounts/portal-faces/face-settings'
import { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { z } from 'zod'
import { setAuthority, setFace } from '../../accounts/portal-faces/face-settings.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { countTileUse } from './count-tile-use.ts'
import { getPortals } from './get-portals.ts'

const looking = staffProcedure('portalAdministration', 'read')
const changing = staffProcedure('portalAdministration')

function change<Face extends PortalFace>(face: Face) {
  const Settings = settingsOf(face)
  return z.strictObject({ face: z.literal(face), before: Settings, after: Settings })
}
const Change = z.discriminatedUnion('face', [change('citizen'), change('professional')])

/** The faces of the portal, as the authority settles them. */
export const portalsRouter = router({
  get: looking.input(z.strictObject({}).optional()).query(({ ctx }) => getPortals(ctx)),

  countTileUse: looking
    .input(z.strictObject({ face: PortalFace }))
    .query(({ ctx, input }) => countTileUse(ctx, input.face)),

  setAuthority: changing
    .input(z.strictObject({ before: AuthoritySettings, after: AuthoritySettings }))
    .mutation(({ ctx, input }) => setAuthority(ctx, input)),

  setFace: changing.input(Change).mutation(({ ctx, input }) => setFace(ctx, input)),
})

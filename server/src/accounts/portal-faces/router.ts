import { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { z } from 'zod'
import { publicProcedure, router } from '../../trpc.ts'
import { getShownFace } from './face-settings.ts'

/** What the portal asks for its own pages, whoever looks at them. */
export const portalFacesRouter = router({
  show: publicProcedure
    .input(z.strictObject({ face: PortalFace }))
    .query(({ ctx, input }) => getShownFace(ctx.tx, input.face)),
})

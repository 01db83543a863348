import { hasTile, PortalFace, type Tile } from '@send/shared/accounts/portal-faces/tiles'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { getFace } from './face-settings.ts'

/** Whether a portal user may begin this kind of work on their face: not where the authority has switched it off. */
export async function offersTile(ctx: ProcedureContext<Actor>, tile: Tile): Promise<boolean> {
  const face = PortalFace.safeParse(ctx.actor.kind).data
  if (!face || !hasTile(face, tile)) return true
  const { tilesOff } = await getFace(ctx.tx, face)
  return !tilesOff.includes(tile)
}

/** Refuses the beginning of a kind of work that the authority has switched off on the face of who asks. */
export async function requireTile(ctx: ProcedureContext<Actor>, tile: Tile): Promise<void> {
  if (!(await offersTile(ctx, tile))) throw new SendError('switched-off')
}

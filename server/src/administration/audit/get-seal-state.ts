import { readSealState, type SealState } from '../../audit/seal-state.ts'
import type { Actor, ProcedureContext } from '../../context.ts'

/** Up to when the trail is sealed, and what waits. */
export async function getSealState(ctx: ProcedureContext<Actor>): Promise<SealState> {
  const state = await readSealState(ctx.tx)
  const details = { seal: state.lastSeal?.number ?? 0, waiting: state.waiting }
  await ctx.audit({ action: 'audit.verifyState', objectKind: 'audit', objectId: 'seals', details })
  return state
}

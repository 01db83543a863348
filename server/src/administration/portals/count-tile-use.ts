import type { PortalFace, Tile } from '@send/shared/accounts/portal-faces/tiles'
import { and, count, eq } from 'drizzle-orm'
import { childClaims } from '../../accounts/child-access/tables.ts'
import { organisationMembers } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { submissions } from '../../submissions/tables.ts'

/** The tiles by which something is begun that goes on for a while; who helps with forms is not for staff to read. */
const lasting = ['startForms', 'tellUs', 'joinOrganisation'] as const satisfies readonly Tile[]
export type TileUse = Record<(typeof lasting)[number], number>

/**
 * How much of what was begun by each tile of a face is not at its end: forms in progress,
 * children told of and requests to join that wait. All of it goes on when the tile is switched off.
 */
export async function countTileUse({ tx }: ProcedureContext, face: PortalFace): Promise<TileUse> {
  const ofFace = eq(users.kind, face)
  const [forms, claims, requests] = await Promise.all([
    tx
      .select({ use: count() })
      .from(submissions)
      .innerJoin(users, eq(users.id, submissions.ownerUserId))
      .where(and(ofFace, eq(submissions.status, 'inProgress'))),
    tx
      .select({ use: count() })
      .from(childClaims)
      .innerJoin(users, eq(users.id, childClaims.userId))
      .where(and(ofFace, eq(childClaims.state, 'waiting'))),
    tx
      .select({ use: count() })
      .from(organisationMembers)
      .innerJoin(users, eq(users.id, organisationMembers.userId))
      .where(and(ofFace, eq(organisationMembers.state, 'asked'))),
  ])
  const numberIn = (rows: { use: number }[]) => rows[0]?.use ?? 0
  return {
    startForms: numberIn(forms),
    tellUs: numberIn(claims),
    joinOrganisation: numberIn(requests),
  }
}

import { desc, eq, inArray } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { incomingChildren } from '../tables.ts'
import { listOwnSchools, type OwnSchool } from './own-schools.ts'

const mostListed = 200

export type AddedBefore = {
  organisationId: string
  givenNames: string
  familyName: string
  dateOfBirth: string
  addedAt: string
  by: string
}

/**
 * The schools of the asker, and the children that they or their colleagues added, the last first. Nothing is said of what
 * became of a child: that would tell whether it was known.
 */
export async function listAdded(
  ctx: ProcedureContext<Actor>,
): Promise<{ schools: OwnSchool[]; added: AddedBefore[] }> {
  const schools = await listOwnSchools(ctx)
  const ids = schools.map(({ organisationId }) => organisationId)
  const rows = ids.length === 0 ? [] : await asTheSystem(ctx, () => readAdded(ctx, ids))
  const object = { objectKind: 'user', objectId: ctx.actor.userId }
  await ctx.audit({ action: 'addedChildren.listMine', ...object, details: { found: rows.length } })
  const added = rows.map(({ row, by }) => ({
    organisationId: row.organisationId ?? '',
    givenNames: row.givenNames ?? '',
    familyName: row.familyName ?? '',
    dateOfBirth: row.dateOfBirth ?? '',
    addedAt: row.waitingSince.toISOString(),
    by: by ?? '',
  }))
  return { schools, added }
}

function readAdded(ctx: ProcedureContext<Actor>, organisationIds: string[]) {
  return ctx.tx
    .select({ row: incomingChildren, by: users.name })
    .from(incomingChildren)
    .leftJoin(users, eq(users.id, incomingChildren.ownerUserId))
    .where(inArray(incomingChildren.organisationId, organisationIds))
    .orderBy(desc(incomingChildren.waitingSince), incomingChildren.familyName, incomingChildren.givenNames)
    .limit(mostListed)
}

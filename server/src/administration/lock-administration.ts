import { sql } from 'drizzle-orm'
import { covers } from '@send/shared/accounts/business-processes'
import { wouldLockOut } from '@send/shared/accounts/lock-out'
import { listStaff, type StaffMember } from '../accounts/permissions/list-staff.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { notAllowed, notFound, SendError } from '../errors.ts'

/**
 * Lets one change of users, groups, posts and teams at a time through, until its transaction ends, and asks again
 * behind the lock whether the asker still may: the administrator who changed something just before may have taken
 * it from them. Returns the staff as it stands before the change.
 */
export async function lockAdministration(ctx: ProcedureContext<Actor>): Promise<StaffMember[]> {
  await waitForAdministration(ctx.tx)
  const staff = await listStaff(ctx.tx)
  const asker = staff.find(({ userId }) => userId === ctx.actor.userId)
  if (!asker || asker.disabled || !covers(asker.grants, 'userAdministration', 'write')) throw notAllowed()
  return staff
}

/** The lock alone, for what is done by nobody in particular. */
export async function waitForAdministration(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.administration'))`)
}

/** After a change, still behind the lock: throws, and so undoes it, when nobody could administer users any more. */
export async function requireAdministratorLeft(ctx: ProcedureContext<Actor>): Promise<void> {
  if (wouldLockOut(await listStaff(ctx.tx))) {
    throw new SendError('conflict', 'Nobody could administer users any more. Give it to somebody else first.')
  }
}

/** The member of staff with an id; throws not-found. */
export function getMember(staff: readonly StaffMember[], userId: string): StaffMember {
  const member = staff.find((each) => each.userId === userId)
  if (!member) throw notFound()
  return member
}

/** Whoever gives rights says why. */
export function requireReason(reason: string): void {
  if (reason === '') throw new SendError('bad-input', 'Say why: somebody may do more by this change.')
}

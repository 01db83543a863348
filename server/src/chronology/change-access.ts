import { eq } from 'drizzle-orm'
import { inheritedList, widensAccess, type AccessList } from '@send/shared/accounts/access-list'
import { covers } from '@send/shared/accounts/business-processes'
import { wouldOrphan } from '@send/shared/accounts/lock-out'
import { listAccessSubjects } from '../accounts/list-access-subjects.ts'
import { isSameList, rowsOfList } from '../accounts/permissions/access-rows.ts'
import { listStaff } from '../accounts/permissions/list-staff.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { lockEntryAccess } from './entry-access.ts'
import { chronologyAccess } from './tables.ts'

type Change = { entryId: string; before: AccessList; after: AccessList; reason: string }

/**
 * Changes the own entries of an entry's access list, beside what its form says. Somebody who may administer it
 * always stays; whoever widens it says why. A change made on an older list is a conflict.
 */
export async function changeAccess(
  ctx: ProcedureContext<Actor>,
  { entryId, before, after, reason }: Change,
): Promise<{ outcome: 'changed' }> {
  const access = await lockEntryAccess(ctx, entryId)
  if (!isSameList(before, access.own)) throw new SendError('conflict')
  await requireKnownSubjects(ctx, after)
  const list = inheritedList(access.type, after)
  const widens = widensAccess(access.list, list)
  if (widens && reason === '')
    throw new SendError('bad-input', 'Say why: somebody may do more by this change.')
  const staff = await listStaff(ctx.tx)
  const able = staff.filter(({ canSignIn, grants }) => canSignIn && covers(grants, 'chronology', 'write'))
  if (wouldOrphan(list, able)) {
    throw new SendError(
      'conflict',
      'Nobody could change this access list any more. Leave somebody who may administer it.',
    )
  }
  await ctx.tx.delete(chronologyAccess).where(eq(chronologyAccess.entryId, entryId))
  await ctx.tx.insert(chronologyAccess).values(rowsOfList(list).map((row) => ({ entryId, ...row })))
  await ctx.audit({
    action: 'chronology.changeAccess',
    objectKind: 'entry',
    objectId: entryId,
    personId: access.personId,
    reason: reason || undefined,
    details: { before: access.own, after },
  })
  return { outcome: 'changed' }
}

async function requireKnownSubjects(ctx: ProcedureContext<Actor>, list: AccessList): Promise<void> {
  const { groups, posts, teams, users } = await listAccessSubjects(ctx)
  const known = { group: groups, post: posts, team: teams, user: users }
  const strangers = list.entries.filter(
    ({ subject }) => !known[subject.kind].some(({ id }) => id === subject.id),
  )
  if (strangers.length > 0) {
    throw new SendError(
      'bad-input',
      'This access list names somebody who is not there any more. Load it again.',
    )
  }
}

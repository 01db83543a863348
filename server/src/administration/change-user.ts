import { eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { getMember, lockAdministration } from './lock-administration.ts'

type Naming = { name: string; email: string }

/** Corrects the name or the e-mail address of a member of staff. */
export async function changeUser(
  ctx: ProcedureContext<Actor>,
  { userId, before, after }: { userId: string; before: Naming; after: Naming },
): Promise<{ outcome: 'changed' | 'emailTaken' }> {
  const staff = await lockAdministration(ctx)
  const { name, email } = getMember(staff, userId)
  if (name !== before.name || email !== before.email) throw new SendError('conflict')
  if (staff.some((other) => other.userId !== userId && other.email === after.email)) {
    return { outcome: 'emailTaken' }
  }
  await ctx.tx.update(users).set({ name: after.name, email: after.email }).where(eq(users.id, userId))
  await ctx.audit({
    action: 'administration.changeUser',
    objectKind: 'user',
    objectId: userId,
    details: { before: { name, email }, after },
  })
  return { outcome: 'changed' }
}

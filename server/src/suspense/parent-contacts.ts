import { readParentContact, type ParentContact } from '@send/shared/suspense/matching/parent-contacts'
import { and, eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { WorkContext } from '../context.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { incomingChildren } from './tables.ts'

/** A family has some numbers; what is more would let one sender be compared with everybody. */
const mostKept = 8

/**
 * How the parent is reached who sent a form, by their own account. A professional’s or an officer’s address tells nothing of
 * a family, and a young person’s nothing of their parents.
 */
export async function listSenderContacts(ctx: WorkContext, userId: string): Promise<ParentContact[]> {
  const [parent] = await ctx.tx
    .select({ email: users.email, phone: users.phone, citizenKind: users.citizenKind })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.kind, 'citizen')))
  if (!parent || parent.citizenKind === 'youngPerson') return []
  const told = [readParentContact('email', parent.email), readParentContact('phone', parent.phone)]
  return told.filter((each) => each !== undefined)
}

/**
 * Keeps with a locked child how a parent is reached, beside what it has of that already; returns the child as it is then,
 * the same where nothing is new. Who calls it answers for it that a citizen told it of themselves or of their family.
 */
export async function keepParentContacts(
  ctx: WorkContext,
  child: IncomingChild,
  told: readonly ParentContact[],
): Promise<IncomingChild> {
  const known = child.parentContacts
  const news = told.filter(
    ({ kind, value }) => !known.some((each) => each.kind === kind && each.value === value),
  )
  const parentContacts = [...known, ...news].slice(0, mostKept)
  if (parentContacts.length === known.length) return child
  await ctx.tx.update(incomingChildren).set({ parentContacts }).where(eq(incomingChildren.id, child.id))
  return { ...child, parentContacts }
}

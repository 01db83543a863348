import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { readCarers, type Sender } from '@send/shared/suspense/conflicts/family/read-carers'
import { readParentContact, type ParentContact } from '@send/shared/suspense/matching/parent-contacts'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { WorkContext } from '../context.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { incomingChildren } from './tables.ts'

/** A family has some numbers; what is more would let one sender be compared with everybody. */
const mostKept = 8

type Form = { definition: FormDefinition; answers: Answers }

/**
 * How the parents and carers of a child are reached: by the account of the parent who sent a form, where one did, and by
 * what its questions tell of a family, whoever sent it (0056). Whose account it is otherwise tells nothing of a family: a
 * professional’s or an officer’s, and of a young person’s parents neither.
 */
export async function listParentContacts(
  ctx: WorkContext,
  { definition, answers }: Form,
  parentUserId: string | null,
): Promise<ParentContact[]> {
  const sender = parentUserId === null ? null : await findParent(ctx, parentUserId)
  const carers = readCarers({ definition, answers, sender, today: dateInLondon(ctx.now()) })
  const told = [
    readParentContact('email', sender?.email),
    readParentContact('phone', sender?.phone),
    ...carers
      .flatMap(({ contacts }) => contacts)
      .map(({ kind, value }) => readParentContact(kind === 'email' ? 'email' : 'phone', value)),
  ]
  return told.filter((each) => each !== undefined)
}

/** The account of a citizen who is no young person; null of anybody else. */
async function findParent(ctx: WorkContext, userId: string): Promise<Sender | null> {
  const [parent] = await ctx.tx
    .select({ name: users.name, email: users.email, phone: users.phone, citizenKind: users.citizenKind })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.kind, 'citizen')))
  return !parent || parent.citizenKind === 'youngPerson' ? null : parent
}

/**
 * Keeps with a locked child how a parent is reached, beside what it has of that already; returns the child as it is then,
 * the same where nothing is new. Who calls it answers for it that it is how a parent or carer is reached.
 */
export async function keepParentContacts(
  ctx: WorkContext,
  child: IncomingChild,
  told: readonly ParentContact[],
): Promise<IncomingChild> {
  const known = child.parentContacts
  const both = [...known, ...told]
  const parentContacts = both
    .filter(
      ({ kind, value }, place) =>
        both.findIndex((each) => each.kind === kind && each.value === value) === place,
    )
    .slice(0, mostKept)
  if (parentContacts.length === known.length) return child
  await ctx.tx.update(incomingChildren).set({ parentContacts }).where(eq(incomingChildren.id, child.id))
  return { ...child, parentContacts }
}

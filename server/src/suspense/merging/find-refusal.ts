import { and, eq, inArray, ne, not, or, sql } from 'drizzle-orm'
import type { MergeRefusal } from '@send/shared/suspense/merging/merged-records'
import { users } from '../../accounts/tables.ts'
import { readableBy } from '../../chronology/readable-entries.ts'
import { chronologyEntries } from '../../chronology/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { involvementsPermitting } from '../../involvements/permitted-involvements.ts'
import { involvements } from '../../involvements/tables.ts'
import { findAbove } from '../../people/family/find-refusal.ts'
import { findPerson } from '../../people/find-person.ts'
import { mergedPeople } from '../../people/merging/tables.ts'
import { relationships } from '../../people/tables.ts'
import { isStillHeld } from '../holds/find-holder.ts'
import { suspenseHolds } from '../holds/tables.ts'
import { incomingChildren } from '../tables.ts'
import type { Sides } from './list-papers.ts'

type Who = ProcedureContext<Actor>

/** Why one of two ids is no record of its own any more, or undefined. */
export async function findEarlierMerge(ctx: Who, sides: Sides): Promise<MergeRefusal | undefined> {
  const [merged] = await ctx.tx
    .select({ by: users.name, at: mergedPeople.mergedAt })
    .from(mergedPeople)
    .innerJoin(users, eq(users.id, mergedPeople.mergedBy))
    .where(inArray(mergedPeople.personId, [sides.kept, sides.other]))
    .limit(1)
  return merged && { reason: 'alreadyMerged', by: merged.by, at: merged.at.toISOString() }
}

/** Why two records are not merged, or not by this officer, or not now. */
export async function findRefusal(ctx: Who, sides: Sides): Promise<MergeRefusal | undefined> {
  if (await areRelated(ctx, sides)) return { reason: 'related' }
  const over = await findBetween(ctx, sides)
  if (over !== undefined) return { reason: 'circle', over }
  const count = await countUnreadable(ctx, sides)
  if (count > 0) return { reason: 'restricted', count }
  const by = await findDecider(ctx, sides)
  return by === undefined ? undefined : { reason: 'heldByAnother', by }
}

/** Nobody is their own parent or carer. */
async function areRelated(ctx: Who, { kept, other }: Sides): Promise<boolean> {
  const related = await ctx.tx
    .select({ id: relationships.id })
    .from(relationships)
    .where(
      or(
        and(eq(relationships.childId, kept), eq(relationships.carerId, other)),
        and(eq(relationships.childId, other), eq(relationships.carerId, kept)),
      ),
    )
    .limit(1)
  return related.length > 0
}

/** Over whom one of the two is above the other in a family: as one record they would be their own forebear. */
async function findBetween(ctx: Who, { kept, other }: Sides): Promise<string | undefined> {
  const between =
    (await findAbove(ctx, { childId: kept, carerId: other })) ??
    (await findAbove(ctx, { childId: other, carerId: kept }))
  const person = between && (await findPerson(ctx, between.nextId))
  return person && `${person.givenNames} ${person.familyName}`
}

/** Whoever may not read a paper cannot say that it is about the same child. */
async function countUnreadable(ctx: Who, { kept, other }: Sides): Promise<number> {
  const entries = await ctx.tx.$count(
    chronologyEntries,
    and(inArray(chronologyEntries.personId, [kept, other]), not(readableBy(ctx.actor))),
  )
  const closed = await ctx.tx.$count(
    involvements,
    and(inArray(involvements.personId, [kept, other]), not(involvementsPermitting('read', ctx.actor))),
  )
  return entries + closed
}

/** A colleague who looks at a waiting child to whom one of the two is proposed, and may decide for it this moment. */
async function findDecider(ctx: Who, { kept, other }: Sides): Promise<string | undefined> {
  const proposed = [kept, other].map(
    (personId) => sql`${incomingChildren.candidates} @> ${JSON.stringify([{ personId }])}::jsonb`,
  )
  const [held] = await ctx.tx
    .select({ by: users.name })
    .from(suspenseHolds)
    .innerJoin(users, eq(users.id, suspenseHolds.userId))
    .innerJoin(incomingChildren, eq(incomingChildren.id, suspenseHolds.incomingChildId))
    .where(and(ne(suspenseHolds.userId, ctx.actor.userId), isStillHeld(ctx.now()), or(...proposed)))
    .limit(1)
  return held?.by
}

import { and, asc, eq, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import type { WorkContext } from '../context.ts'
import { people } from '../people/tables.ts'
import { scoreChild, scoreDetails } from './score-child.ts'
import { incomingChildren } from './tables.ts'

const Scored = z.union([z.object({ scoredBefore: z.iso.datetime() }), z.object({ personId: Id })])

/** Children that one job scores: a transaction of a second or so. */
const together = 50

/**
 * The job that scores waiting children: those who were not scored since a moment, as long as there are more, or those
 * who may be somebody who is new on record.
 */
export async function scoreChildren(ctx: WorkContext, data: unknown): Promise<void> {
  const asked = Scored.parse(data)
  const before = 'scoredBefore' in asked ? new Date(asked.scoredBefore) : undefined
  const which = before
    ? or(isNull(incomingChildren.scoredAt), lt(incomingChildren.scoredAt, before))
    : mayBe('personId' in asked ? asked.personId : '')
  const children = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(and(ne(incomingChildren.state, 'ready'), which))
    .orderBy(asc(incomingChildren.waitingSince), asc(incomingChildren.id))
    .limit(together)
    .for('update')
  for (const child of children) {
    const score = await scoreChild(ctx, child)
    const object = { objectKind: 'incomingChild', objectId: child.id }
    await ctx.audit({ action: 'suspense.score', ...object, details: scoreDetails(score) })
  }
  if (before && children.length === together) {
    await ctx.enqueue({ queue: 'score-children', data: { scoredBefore: before.toISOString() } })
  }
}

/** Whoever shares the date of birth or the family name, as an officer would look through those who wait. */
function mayBe(personId: string): SQL {
  const person = sql`(select from ${people} where ${eq(people.id, personId)} and
    (${eq(people.dateOfBirth, incomingChildren.dateOfBirth)} or lower(${people.familyName}) = lower(${incomingChildren.familyName})))`
  return sql`exists ${person}`
}

import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { summaryColumns, type PersonSummary } from './person-summary.ts'
import { bases, people } from './tables.ts'

/** The person with an id, or undefined. */
export async function findPerson(ctx: WorkContext, personId: string): Promise<PersonSummary | undefined> {
  const [found] = await ctx.tx
    .select(summaryColumns)
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(eq(people.id, personId))
  return found
}

/** The person with an id; throws not-found. The look is audited. */
export async function getPerson(ctx: WorkContext, personId: string): Promise<PersonSummary> {
  const person = await findPerson(ctx, personId)
  if (!person) throw notFound()
  await ctx.audit({ action: 'people.get', objectKind: 'person', objectId: personId, personId })
  return person
}

/** Whether somebody is there, to whom something is about to be put: the record then stays until the transaction ends. */
export async function holdPerson(ctx: WorkContext, personId: string): Promise<boolean> {
  const held = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, personId))
    .for('key share')
  return held.length > 0
}

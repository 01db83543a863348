import { asc, inArray, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { lockFamilies } from '../../people/family/lock-family.ts'
import { people } from '../../people/tables.ts'
import { keyOf, personOf, tableOf } from './hanging-sql.ts'
import { whatHangs } from './what-hangs.ts'

/**
 * Locks what hangs on some people and then them, in the order of the house: children, submissions, the rest, people.
 * Whoever works on a form or puts something on a record comes before or finds the person gone; of two who merge the
 * same two the later waits. What comes in between changes the stamp of the preview.
 */
export async function lockPeople(ctx: WorkContext, personIds: readonly string[]): Promise<void> {
  const ids = sql`${sql.param([...personIds])}::uuid[]`
  for (const hanging of whatHangs) {
    // Nobody is put between the two of a family while it is asked whether anybody is.
    if (hanging.kind === 'family') await lockFamilies(ctx)
    await ctx.tx.execute(sql`select 1 from ${tableOf(hanging)} where ${personOf(hanging)} = any(${ids})
      order by ${keyOf(hanging)} for update`)
  }
  await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...personIds]))
    .orderBy(asc(people.id))
    .for('update')
}

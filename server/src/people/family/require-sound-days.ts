import { listRelationshipProblems, type RelationshipEntry } from '@send/shared/people/family/relationships'
import { dateInLondon } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { people } from '../tables.ts'

/** Refuses days on which nothing can have begun or ended for a child; a window says so before it asks. */
export async function requireSoundDays(
  ctx: WorkContext,
  childId: string,
  entry: RelationshipEntry,
): Promise<void> {
  const [child] = await ctx.tx
    .select({ birth: people.dateOfBirth })
    .from(people)
    .where(eq(people.id, childId))
  const problems = listRelationshipProblems(entry, {
    birth: child?.birth ?? null,
    today: dateInLondon(ctx.now()),
  })
  if (problems.from ?? problems.until)
    throw new SendError('bad-input', 'Some of these days cannot be right. Nothing was saved.')
}

import type { WorkContext } from '../../context.ts'
import { keyPeople } from './key-people.ts'

/** People that one job keys: a transaction of a few seconds. */
const together = 2000

/**
 * The job that makes the keys of people who have none, those of before an upgrade foremost; as long as there are more
 * it asks for the next. Whoever waits in suspense is scored again when all can be found.
 */
export async function keyPeopleJob(ctx: WorkContext): Promise<void> {
  const keyed = await keyPeople(ctx.tx, together)
  if (keyed === together) await ctx.enqueue({ queue: 'key-people', data: {} })
  else if (keyed > 0) {
    await ctx.enqueue({ queue: 'score-children', data: { scoredBefore: ctx.now().toISOString() } })
  }
}

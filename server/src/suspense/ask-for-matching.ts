import { sql } from 'drizzle-orm'
import type { Services } from '../context.ts'
import { inTransactionAs } from '../database/client.ts'
import type { JobRequest } from '../jobs/job-queues.ts'

/** A model is estimated anew after so many days, or when the people on record became so much more or fewer. */
const mostDays = 7
const mostGrowth = 0.1

type Due = { unkeyed: boolean; unscored: boolean; days: number | null; was: number | null; people: number }

/**
 * Asks for the jobs that matching needs: keys of people who have none, a model where there is none or the people have
 * changed, scores of children who wait without. Asked every hour, so that whatever failed comes round again.
 */
export async function askForMatching({ database, jobs, clock }: Services): Promise<JobRequest['queue'][]> {
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    const now = clock.now().toISOString()
    const [due] = await tx.execute<Due>(sql`
      select exists (select from unkeyed_people) as unkeyed,
        exists (select from incoming_children where state not in ('ready', 'discarded') and scored_at is null) as unscored,
        extract(day from ${now}::timestamptz - newest.estimated_at)::int as days,
        newest.people as was, (select count(*)::int from people) as people
      from (values (1)) as always
      left join (select estimated_at, people from matching_models order by version desc limit 1) as newest on true`)
    if (!due) return []
    const asked: JobRequest[] = [
      ...(due.unkeyed ? [{ queue: 'key-people' as const, data: {} }] : []),
      ...(isOutdated(due) ? [{ queue: 'estimate-matching' as const, data: {} }] : []),
      // By a moment before everything: only those who have no score at all.
      ...(due.unscored
        ? [{ queue: 'score-children' as const, data: { scoredBefore: new Date(0).toISOString() } }]
        : []),
    ]
    for (const job of asked) await jobs.enqueue(tx, job)
    return asked.map(({ queue }) => queue)
  })
}

function isOutdated({ people, was, days }: Due): boolean {
  if (people === 0) return false
  if (was === null || days === null || days >= mostDays) return true
  return Math.abs(people - was) > was * mostGrowth
}

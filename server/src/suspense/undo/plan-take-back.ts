import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import {
  personHolds,
  type Exposure,
  type PersonHold,
  type TakenFact,
  type TakenNumber,
  type TakenValue,
} from '@send/shared/suspense/undone-match'
import type { WorkContext } from '../../context.ts'
import { listDecided } from '../conflicts/withdraw-conflicts.ts'
import { planValues } from './imported-values.ts'
import type { Match } from './read-match.ts'
import { planNumbersBack } from './take-back-number.ts'
import { undoneMatches } from './tables.ts'
import { planFamilyBack } from './taken-family.ts'

export type TakeBackPlan = {
  personRemoved: boolean
  personHeldBy: PersonHold[]
  values: TakenValue[]
  family: TakenFact[]
  numbers: TakenNumber[]
  /** Changes when anything does that the undo would move: what an officer confirms is what they saw. */
  stamp: string
}

/** What an undo would do beyond the forms: with the person who was added, and with the values that came from the child. */
export async function planTakeBack(
  ctx: WorkContext,
  match: Match,
  exposure: Exposure,
): Promise<TakeBackPlan> {
  const cameByMatch = await cameByAMatch(ctx, match)
  const family = await planFamilyBack(ctx, match)
  const going = family.filter(({ goesBack }) => goesBack).map(({ objectId }) => objectId)
  const personHeldBy = cameByMatch ? await findHolds(ctx, match, going) : []
  const personRemoved = cameByMatch && personHeldBy.length === 0
  const { child, submissions } = match
  const values = personRemoved ? [] : await planValues(ctx, match)
  const numbers = personRemoved ? [] : await planNumbersBack(ctx, child.id)
  const seen = [
    child.rowVersion,
    submissions.map(({ id, status, rowVersion }) => [id, status, rowVersion]),
    exposure.portalUsers.map(({ childAccessId, until }) => [childAccessId, until]),
    personHeldBy,
    values,
    family,
    numbers,
    await listDecided(ctx, child.id),
  ]
  const stamp = createHash('sha256').update(JSON.stringify(seen)).digest('hex')
  return { personRemoved, personHeldBy, values, family, numbers, stamp }
}

/** Whether the person was added by this match, or by one that was undone while something else kept the record. */
async function cameByAMatch(ctx: WorkContext, { decision, personId }: Match): Promise<boolean> {
  if (decision === 'addedAsNew') return true
  const left = await ctx.tx
    .select({ id: undoneMatches.id })
    .from(undoneMatches)
    .where(
      and(eq(undoneMatches.personId, personId), sql`${undoneMatches.exposure} ->> 'decision' = 'addedAsNew'`),
    )
    .limit(1)
  return left.length > 0
}

/**
 * What stands on a person who was added as new and did not come of this match. Whatever refers to a person is either
 * here or taken back by the undo; a test holds this against the foreign keys of the database.
 */
async function findHolds(
  ctx: WorkContext,
  { child, personId, matchedAt }: Match,
  going: readonly string[],
): Promise<PersonHold[]> {
  const [found] = await ctx.tx.execute<Record<PersonHold, boolean>>(sql`select
    exists (select from incoming_children where person_id = ${personId} and id <> ${child.id})
      or exists (select from imported_values where person_id = ${personId} and incoming_child_id <> ${child.id})
      as "otherChildren",
    exists (select from submissions submission where person_id = ${personId} and incoming_child_id is null
      and not exists (select from internal_forms form join chronology_entries entry on entry.id = form.entry_id
        where entry.submission_id = submission.id)) as "otherForms",
    exists (select from internal_forms where person_id = ${personId}) as "formsOfStaff",
    exists (select from advice_requests where person_id = ${personId}) as "adviceRequests",
    exists (select from invitations where person_id = ${personId}) as "invitations",
    exists (select from relationships where (child_id = ${personId} or carer_id = ${personId})
      and not (id = any(${sql.param([...going])}::uuid[]))) as "relationships",
    exists (select from contacts where person_id = ${personId}) as "contacts",
    exists (select from child_access where person_id = ${personId}
      and starts_at < ${matchedAt.toISOString()}::timestamptz) as "portalUsers",
    exists (select from rejected_candidates where person_id = ${personId}
      and incoming_child_id <> ${child.id}) as "rejections",
    exists (select from person_changes where person_id = ${personId}
      and incoming_child_id is distinct from ${child.id}) as "changes",
    exists (select from merged_people where survivor_id = ${personId}) as "mergedRecords"`)
  return personHolds.filter((hold) => found?.[hold])
}

import { and, eq, gte, inArray, lte, ne, not, or, sql, type SQL } from 'drizzle-orm'
import type { SuspenseFilter } from '@send/shared/suspense/suspense-filter'
import { waitingStates } from '@send/shared/suspense/suspense-lifecycle'
import { dateInLondon } from '@send/shared/values/plain-date'
import { organisations } from '../accounts/organisations/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { bases } from '../people/tables.ts'
import { isStillHeld } from './holds/find-holder.ts'
import { suspenseHolds } from './holds/tables.ts'
import { isAnswered, isAsked } from './questions/question-conditions.ts'
import { incomingChildren } from './tables.ts'

const dayMs = 86_400_000

/** The SQL of what a filter lets through, beside `incoming_children`. */
export function letThrough(ctx: ProcedureContext<Actor>, filter: SuspenseFilter): SQL | undefined {
  const { state, bestProbability, waitingSince, source } = incomingChildren
  const { atLeast, waitingDays } = filter
  return and(
    inArray(state, filter.states.length > 0 ? filter.states : waitingStates),
    questionIs(filter.question),
    atLeast > 0 ? gte(bestProbability, atLeast) : undefined,
    withinAge(ctx, filter.ageLimit),
    heldBy(ctx, filter.heldBy),
    waitingDays === null ? undefined : lte(waitingSince, new Date(ctx.now().getTime() - waitingDays * dayMs)),
    filter.source === null ? undefined : eq(source, filter.source),
    filter.school === null ? undefined : isOfSchool(filter.school),
  )
}

function questionIs(question: SuspenseFilter['question']): SQL | undefined {
  switch (question) {
    case 'waiting':
      return isAsked()
    case 'answered':
      return and(isAnswered(), not(isAsked()))
    case null:
      return undefined
  }
}

/** Whoever is of the age or younger; of whom no date of birth is known, too. */
export function withinAge(ctx: ProcedureContext<Actor>, ageLimit: number | null): SQL | undefined {
  if (ageLimit === null) return undefined
  const born = incomingChildren.dateOfBirth
  const today = dateInLondon(ctx.now())
  return sql`(${born} is null or ${born} > ${today}::date - make_interval(years => ${ageLimit + 1}::int))`
}

function heldBy(ctx: ProcedureContext<Actor>, who: SuspenseFilter['heldBy']): SQL | undefined {
  const { incomingChildId, userId } = suspenseHolds
  const held = (of?: SQL) =>
    sql`exists (select from ${suspenseHolds}
      where ${and(eq(incomingChildId, incomingChildren.id), isStillHeld(ctx.now()), of)})`
  switch (who) {
    case 'me':
      return held(eq(userId, ctx.actor.userId))
    case 'others':
      return held(ne(userId, ctx.actor.userId))
    case 'nobody':
      return not(held())
    case null:
      return undefined
  }
}

/** Of a line that names the school, or of a list that one of its professionals added. */
function isOfSchool(schoolId: string): SQL | undefined {
  const { baseId, organisationId } = incomingChildren
  const sameUrn = and(eq(bases.urn, organisations.urn), eq(bases.id, schoolId))
  return or(
    eq(baseId, schoolId),
    eq(organisationId, schoolId),
    sql`${organisationId} in (select ${organisations.id} from ${organisations}, ${bases} where ${sameUrn})`,
  )
}

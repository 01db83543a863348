import { and, asc, eq, gt, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { SuspenseSource } from '@send/shared/suspense/matching-settings'
import { waitingStates } from '@send/shared/suspense/suspense-lifecycle'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import type { WorkContext } from '../context.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { people } from '../people/tables.ts'
import { addUnmatched } from './add-unmatched/add-unmatched.ts'
import { hasNobody } from './add-unmatched/resembles-nobody.ts'
import { scopeOf } from './conflicts/find-origin.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { keepScore, mostKeyed, scoreDetails } from './score-child.ts'
import { incomingChildren } from './tables.ts'
import { weighChildren } from './weigh-children.ts'

/**
 * Those not scored since a moment, those who may be somebody, those who were proposed somebody, be it that this person is off
 * the record again, those whose rules are others now, one child, or those of a source; of these the ones whose ids come after
 * one.
 */
const Asked = z.union([
  z.object({ scoredBefore: z.iso.datetime(), after: Id.optional() }),
  z.object({ personId: Id, after: Id.optional() }),
  z.object({ personIds: z.array(Id).min(1), after: Id.optional() }),
  z.object({ proposedPersonId: Id, after: Id.optional() }),
  z.object({ removedPersonId: Id, after: Id.optional() }),
  z.object({ rulesOf: RuleScope, after: Id.optional() }),
  z.object({ incomingChildId: Id, after: Id.optional() }),
  z.object({ source: SuspenseSource, after: Id.optional() }),
])

/** Children that one job scores: an officer who decides on one of them waits for no more than a part of a second. */
const together = 50

/**
 * The job that scores waiting children: those who were not scored since a moment, those who may be somebody who is
 * new on record, those to whom somebody was proposed who is not on it any more, one that waits again, those for whom other
 * rules are in force, or those of a source for which something else was settled. Whom nobody resembles at the first look is
 * added as new where the school’s rule says so. As long as there are more it asks for the next.
 */
export async function scoreChildren(ctx: WorkContext, data: unknown): Promise<void> {
  const asked = Asked.parse(data)
  const children = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(
      and(
        inArray(incomingChildren.state, waitingStates),
        whoIs(asked, ctx.now()),
        asked.after === undefined ? undefined : gt(incomingChildren.id, asked.after),
      ),
    )
    .orderBy(asc(incomingChildren.id))
    .limit(together)
    .for('update')
  await keyPeople(ctx.tx, mostKeyed)
  const nobodyFound: IncomingChild[] = []
  let place = 0
  for await (const score of weighChildren(ctx, children)) {
    const child = children[place]
    if (!child) throw new Error('There is one score a child')
    place += 1
    if (child.scoredAt === null && hasNobody(score)) nobodyFound.push(child)
    await keepScore(ctx, child, { score, byOfficer: false })
    const object = { objectKind: 'incomingChild', objectId: child.id }
    await ctx.audit({ action: 'suspense.score', ...object, details: scoreDetails(score) })
  }
  await addUnmatched(ctx, nobodyFound)
  const last = children[together - 1]
  if (last) await ctx.enqueue({ queue: 'score-children', data: { ...asked, after: last.id } })
}

function whoIs(asked: z.infer<typeof Asked>, now: Date): SQL | undefined {
  if ('personId' in asked) return mayBe([asked.personId])
  if ('personIds' in asked) return mayBe(asked.personIds)
  if ('incomingChildId' in asked) return eq(incomingChildren.id, asked.incomingChildId)
  if ('proposedPersonId' in asked) return wereProposed(asked.proposedPersonId)
  if ('source' in asked) return eq(incomingChildren.source, asked.source)
  if ('removedPersonId' in asked) return wereProposed(asked.removedPersonId)
  if ('rulesOf' in asked) return areUnder(asked.rulesOf, now)
  return notScoredSince(asked.scoredBefore)
}

/** Those whose rules changed; the rules for all others count for everybody who has none of their own. */
function areUnder(scope: RuleScope, now: Date): SQL | undefined {
  return scope === 'default' ? undefined : sql`${scopeOf(now)} = ${scope}`
}

function wereProposed(personId: string): SQL {
  return sql`${incomingChildren.candidates} @> ${JSON.stringify([{ personId }])}::jsonb`
}

function notScoredSince(moment: string): SQL | undefined {
  return or(isNull(incomingChildren.scoredAt), lt(incomingChildren.scoredAt, new Date(moment)))
}

/** Whoever shares the date of birth or the family name, as an officer would look through those who wait. */
function mayBe(personIds: string[]): SQL {
  const born = eq(people.dateOfBirth, incomingChildren.dateOfBirth)
  return sql`exists (select from ${people} where ${inArray(people.id, personIds)} and
    (${born} or lower(${people.familyName}) = lower(${incomingChildren.familyName})))`
}

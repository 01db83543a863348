import { and, eq } from 'drizzle-orm'
import { covers } from '@send/shared/accounts/business-processes'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { people } from '../../people/tables.ts'
import { incomingChildren, rejectedCandidates } from '../tables.ts'
import {
  findEarlierForms,
  findEarlierMatches,
  findEarlierUndos,
  type EarlierForm,
  type EarlierMatch,
  type EarlierUndo,
} from './find-earlier.ts'
import { findHousehold, type Relative } from './find-household.ts'

export type Background = {
  /** Null for whoever may not see people; they are told how many there are, and whether one has the day of birth. */
  household: Relative[] | null
  householdCount: number
  isTwinThere: boolean
  /** Whom the person was taken for before. */
  matches: EarlierMatch[]
  /** Forms on the chronology; null for whoever may not read it. */
  forms: EarlierForm[] | null
  /** Matches of this very child that were undone. */
  undone: EarlierUndo[]
}

/**
 * What stands around a child and one of its candidates: family and household of the person, and what was decided before
 * about either. Only of somebody who was proposed for the child, rejected or matched.
 */
export async function getBackground(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, personId }: { incomingChildId: string; personId: string },
): Promise<Background> {
  const [child] = await ctx.tx.select().from(incomingChildren).where(eq(incomingChildren.id, incomingChildId))
  if (!child) throw notFound()
  const isProposed =
    child.personId === personId || child.candidates.some((candidate) => candidate.personId === personId)
  if (!isProposed && !(await isRejected(ctx, incomingChildId, personId))) throw notFound()
  const [person] = await ctx.tx.select().from(people).where(eq(people.id, personId))
  if (!person) throw notFound()
  const household = await findHousehold(ctx, person, child)
  const { processes } = ctx.actor
  const maySeePeople = covers(processes, 'people', 'read')
  const forms = covers(processes, 'chronology', 'read') ? await findEarlierForms(ctx, personId) : null
  const shown = maySeePeople ? household.map((each) => each.personId) : []
  await ctx.audit({
    action: 'suspense.getBackground',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    details: { people: [personId, ...shown] },
  })
  return {
    household: maySeePeople ? household : null,
    householdCount: household.length,
    isTwinThere: household.some(({ isBornSameDay }) => isBornSameDay),
    matches: await findEarlierMatches(ctx, { personId, notOf: incomingChildId }),
    forms,
    undone: await findEarlierUndos(ctx, incomingChildId),
  }
}

async function isRejected(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
  personId: string,
): Promise<boolean> {
  const { incomingChildId: ofChild, personId: ofPerson } = rejectedCandidates
  const [rejected] = await ctx.tx
    .select({ personId: ofPerson })
    .from(rejectedCandidates)
    .where(and(eq(ofChild, incomingChildId), eq(ofPerson, personId)))
  return rejected !== undefined
}

import { readUnit } from '@send/shared/suspense/conflicts/read-unit'
import type { HeldPerson } from '@send/shared/suspense/conflicts/import-units'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, asc, eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import type { SchoolNumber } from '../../people/external-ids/find-number-holder.ts'
import { keepExternalId } from '../../people/external-ids/keep-external-id.ts'
import { personExternalIds } from '../../people/external-ids/tables.ts'
import type { IncomingChild } from '../lock-for-decision.ts'
import { findOrigin } from './find-origin.ts'
import { keepConflicts } from './keep-conflicts.ts'
import { readRules } from './read-rules.ts'

type Told = Pick<IncomingChild, 'baseId' | 'externalId'>

/** The number that a line tells in the system of the school that it names, or undefined. */
export function numberOfSchool({ baseId, externalId }: Told): SchoolNumber | undefined {
  return baseId !== null && externalId !== null && externalId.trim() !== ''
    ? { baseId, externalId }
    : undefined
}

/**
 * Keeps the number by which the school of a settled child knows it, so that the next file of the school finds the person.
 * One that somebody else has is not moved: an officer decides about it, as about a UPN. Returns how much that is.
 */
export async function keepNumberOfSchool(
  ctx: WorkContext,
  child: IncomingChild,
  personId: string,
): Promise<number> {
  const number = numberOfSchool(child)
  if (!number) return 0
  const told = { externalId: number.externalId }
  if (readUnit('externalId', told, dateInLondon(ctx.now()))?.trust !== 'sound') return 0
  const { scope } = await findOrigin(ctx, child)
  if ((await readRules(ctx, scope)).externalId === 'doNotImport') return 0
  const kept = await keepExternalId(ctx, { ...number, personId, incomingChildId: child.id })
  if (kept.outcome === 'kept') return 0
  const match = { incomingChildId: child.id, personId, ruleScope: scope }
  return keepConflicts(ctx, match, [{ unit: 'externalId', incoming: told, trust: 'sound' }])
}

/** What we hold of a person, to be put beside what a child tells: of the numbers that of the system which sent the child. */
export async function heldBeside(
  ctx: WorkContext,
  child: Told,
  held: HeldPerson & { personId: string },
): Promise<HeldPerson> {
  if (child.baseId === null) return held
  const { baseId, personId, externalId } = personExternalIds
  const [known] = await ctx.tx
    .select({ externalId })
    .from(personExternalIds)
    .where(and(eq(personId, held.personId), eq(baseId, child.baseId)))
    .orderBy(asc(personExternalIds.knownSince), asc(personExternalIds.id))
    .limit(1)
  return { ...held, externalId: known?.externalId ?? null }
}

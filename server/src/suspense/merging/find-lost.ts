import { and, eq, ne } from 'drizzle-orm'
import type { MergeField, MergeValues } from '@send/shared/suspense/merging/merge-units'
import type { WorkContext } from '../../context.ts'
import { people } from '../../people/tables.ts'
import type { MergedPerson } from './find-returning.ts'

const once = ['upn', 'uln', 'externalId'] as const
export type OnceOnly = (typeof once)[number]

/** Whether no two records may have the same in a column. */
export function isOnceOnly(field: MergeField): field is OnceOnly {
  return once.some((one) => one === field)
}

/**
 * Identifiers that the record cannot have again, because somebody has them meanwhile, be it the record that stayed.
 * While two are merged nobody else is given them, so that this takes a file of before or a change by hand.
 */
export async function findLost(
  ctx: WorkContext,
  merged: MergedPerson,
  { after, restored }: { after: MergeValues; restored: Partial<MergeValues> },
): Promise<OnceOnly[]> {
  const lost: OnceOnly[] = []
  for (const field of once) {
    const value = restored[field] === undefined ? merged.values.other[field] : restored[field]
    if (!value) continue
    const holders = await ctx.tx.$count(
      people,
      and(eq(people[field], value), ne(people.id, merged.survivorId)),
    )
    if (holders > 0 || after[field] === value) lost.push(field)
  }
  return lost
}

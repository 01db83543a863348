import type { RecordValues } from '@send/shared/people/record-units'
import type { WorkContext } from '../../context.ts'
import { findHolder, type Holder } from '../find-holder.ts'

/** Numbers that an officer types and that only one person may have. */
const typedNumbers = ['upn', 'nhsNumber', 'uln'] as const

export type Taken = { outcome: 'taken'; field: (typeof typedNumbers)[number]; holder: Holder }

/** The first number among some values that somebody else has on record; whoever keeps people may see who. */
export async function findTaken(
  ctx: WorkContext,
  values: Partial<RecordValues>,
  personId?: string,
): Promise<Taken | undefined> {
  for (const field of typedNumbers) {
    const holder = await findHolder(ctx, { field, value: values[field], personId })
    if (holder) return { outcome: 'taken', field, holder }
  }
  return undefined
}

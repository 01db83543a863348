import type { ImportableField } from '@send/shared/suspense/conflicts/import-units'
import type { WorkContext } from '../../context.ts'
import { findNumberHolder, type SchoolNumber } from '../../people/external-ids/find-number-holder.ts'
import { findHolder as findHolderOf, type Holder } from '../../people/find-holder.ts'

type Sought = {
  field: ImportableField
  value: string | null | undefined
  personId: string
  /** What is told is the number in the system of a school, and none of the authority’s own. */
  number?: SchoolNumber | undefined
}

/** Somebody else who has a value on record that no two records may share, whoever brings it in. */
export async function findHolder(
  ctx: WorkContext,
  { field, number, ...sought }: Sought,
): Promise<Holder | undefined> {
  if (field === 'externalId' && number) {
    const holder = await findNumberHolder(ctx, number)
    return holder?.personId === sought.personId ? undefined : holder
  }
  if (field !== 'upn' && field !== 'externalId') return undefined
  return findHolderOf(ctx, { field, ...sought })
}

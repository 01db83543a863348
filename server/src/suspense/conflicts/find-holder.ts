import type { ImportableField } from '@send/shared/suspense/conflicts/import-units'
import type { WorkContext } from '../../context.ts'
import { findHolder as findHolderOf, type Holder } from '../../people/find-holder.ts'

type Sought = { field: ImportableField; value: string | null | undefined; personId: string }

/** Somebody else who has a value on record that no two records may share, whoever brings it in. */
export async function findHolder(
  ctx: WorkContext,
  { field, ...sought }: Sought,
): Promise<Holder | undefined> {
  if (field !== 'upn' && field !== 'externalId') return undefined
  return findHolderOf(ctx, { field, ...sought })
}

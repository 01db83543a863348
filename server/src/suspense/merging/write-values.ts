import type { MergeValues } from '@send/shared/suspense/merging/merge-units'
import type { WorkContext } from '../../context.ts'
import { setPersonValues } from '../../people/set-person-values.ts'

/** Writes what a record says after a merge or an unmerge; names are never empty, because no record’s are. */
export async function writeValues(
  ctx: WorkContext,
  personId: string,
  values: Partial<MergeValues>,
): Promise<void> {
  const entries = Object.entries(values)
  if (entries.length > 0) await setPersonValues(ctx, personId, Object.fromEntries(entries))
}

import type { WorkContext } from '../../../context.ts'
import type { ConflictRow } from '../describe-conflict.ts'
import { describeFamily, type OpenFamilyConflict } from './describe-family.ts'
import { listCarers } from './list-carers.ts'
import { listKnown } from './list-known.ts'

type Asked = { personId: string; postcode: string | null; rows: readonly ConflictRow[] }

/** What was told of the family of a person, of some conflicts, beside what is on record now. */
export async function listFamilyConflicts(
  ctx: WorkContext,
  { personId, postcode, rows }: Asked,
): Promise<OpenFamilyConflict[]> {
  const told = rows.flatMap((row) => (row.told ? [row.told] : []))
  if (told.length === 0) return []
  const family = await listCarers(ctx, personId)
  const known = await listKnown(ctx, { childId: personId, postcode, told })
  return rows.flatMap((row) => (row.told ? [describeFamily(row, family, known)] : []))
}

import { eq, inArray, or, sql } from 'drizzle-orm'
import type { Transaction } from '../../database/client.ts'
import { mergedPeople } from '../merging/tables.ts'
import { bases } from '../tables.ts'

/**
 * Records that were merged into others, by what the lines of a file know them by: they are not added again, and what
 * they said is what a line is compared with, so that the same file given again changes nothing.
 */
export async function findMergedAway(tx: Transaction, { ids, upns }: { ids: string[]; upns: string[] }) {
  const rows = await tx
    .select({
      externalId: mergedPeople.externalId,
      upn: mergedPeople.upn,
      values: mergedPeople.values,
      schoolUrn: bases.urn,
    })
    .from(mergedPeople)
    .leftJoin(bases, eq(bases.id, sql`(${mergedPeople.record} ->> 'school_id')::uuid`))
    .where(or(inArray(mergedPeople.externalId, ids), inArray(mergedPeople.upn, upns)))
  const said = rows.map(({ externalId, values, schoolUrn }) => ({ ...values.other, externalId, schoolUrn }))
  return {
    byExternalId: new Map(said.map((record) => [record.externalId ?? '', record])),
    upns: new Set(rows.flatMap(({ upn }) => upn ?? [])),
  }
}

import { inArray } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import type { Transaction } from '../../database/client.ts'
import { bases } from '../tables.ts'

type Provided = { ids: Map<string, string>; notes: string[] }

/** The schools of some lines by URN, each as often as it is given. One that is not on record is added by its number; its name comes with a file of bases. */
export async function provideBases(tx: Transaction, given: string[], dryRun: boolean): Promise<Provided> {
  const urns = [...new Set(given)]
  if (urns.length === 0) return { ids: new Map(), notes: [] }
  const known = await tx.select({ id: bases.id, urn: bases.urn }).from(bases).where(inArray(bases.urn, urns))
  const ids = new Map(known.map(({ id, urn }) => [urn ?? '', id]))
  const unknown = urns.filter((urn) => !ids.has(urn))
  const rows = unknown.map((urn) => ({ id: newId(), urn, name: `School ${urn}` }))
  if (!dryRun && rows.length > 0) await tx.insert(bases).values(rows)
  for (const { id, urn } of rows) ids.set(urn, id)
  const notes = unknown.map(() => 'school_urn was not on record: the school was added by its number')
  return { ids, notes }
}

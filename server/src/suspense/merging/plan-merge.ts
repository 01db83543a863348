import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import {
  type HangingKind,
  hangingKinds,
  type InvolvementOfRecord,
  type KindCount,
  type MergeRefusal,
  type NewSight,
  type PaperOfRecord,
} from '@send/shared/suspense/merging/merged-records'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { findNewSight } from './find-new-sight.ts'
import { findRefusal } from './find-refusal.ts'
import { keyOf, personOf, tableOf } from './hanging-sql.ts'
import { listPapers, type Sides } from './list-papers.ts'
import { readRecord, type RecordToMerge } from './read-record.ts'
import { whatHangs } from './what-hangs.ts'

export type MergePlan = {
  kept: RecordToMerge
  other: RecordToMerge
  moves: KindCount[]
  forms: PaperOfRecord[]
  involvements: InvolvementOfRecord[]
  newSight: NewSight
  /** Children of whom somebody said that they are the one and not the other: a sign that two people are meant. */
  contradictions: number
  refusal: MergeRefusal | null
  /** Changes when anything does that was seen: what an officer confirms is what they saw. */
  stamp: string
}

/** What it would mean to merge a record into another: what moves, who sees more, and what speaks against it. */
export async function planMerge(ctx: ProcedureContext<Actor>, sides: Sides): Promise<MergePlan> {
  const kept = await readRecord(ctx, sides.kept)
  const other = await readRecord(ctx, sides.other)
  if (!kept || !other) throw notFound()
  const rows = await listHanging(ctx, sides)
  const newSight = await findNewSight(ctx, sides)
  const papers = await listPapers(ctx, sides)
  const contradictions = await countContradictions(ctx, sides)
  const seen = [sides, kept.values, other.values, rows, newSight, papers, contradictions]
  return {
    kept,
    other,
    moves: countKinds(rows.filter(({ isOther }) => isOther)),
    forms: papers.forms.map(({ reference, title, side }) => ({ reference, title, side })),
    involvements: papers.involvements.map(({ receivedOn, side }) => ({ receivedOn, side })),
    newSight,
    contradictions,
    refusal: (await findRefusal(ctx, sides)) ?? null,
    stamp: createHash('sha256').update(JSON.stringify(seen)).digest('hex'),
  }
}

/** How many of each kind, in the order in which they are shown. */
export function countKinds(rows: readonly { kind: HangingKind }[]): KindCount[] {
  return hangingKinds.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length
    return count > 0 ? [{ kind, count }] : []
  })
}

type HangingRow = { kind: HangingKind; table: string; key: string; isOther: boolean; version: number | null }

/** Every row that hangs on one of two records. */
async function listHanging(ctx: ProcedureContext<Actor>, { kept, other }: Sides): Promise<HangingRow[]> {
  const found: HangingRow[] = []
  for (const hanging of whatHangs) {
    const { kind, table, grows } = hanging
    const rows = await ctx.tx.execute<Omit<HangingRow, 'kind' | 'table'>>(sql`select ${keyOf(hanging)} as key,
        ${personOf(hanging)} = ${other} as "isOther", ${grows ? sql`row_version` : sql`null::int`} as version
      from ${tableOf(hanging)} where ${personOf(hanging)} in (${kept}, ${other}) order by 2, 1`)
    found.push(...rows.map((row) => ({ kind, table, ...row })))
  }
  return found
}

async function countContradictions(ctx: ProcedureContext<Actor>, { kept, other }: Sides): Promise<number> {
  const [found] = await ctx.tx.execute<{ count: number }>(sql`select count(*)::int as count
    from rejected_candidates rejected join incoming_children child on child.id = rejected.incoming_child_id
    where (rejected.person_id = ${kept} and child.person_id = ${other})
      or (rejected.person_id = ${other} and child.person_id = ${kept})`)
  return found?.count ?? 0
}

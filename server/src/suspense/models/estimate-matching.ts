import { desc, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { compareCandidates, estimateAgreement } from '@send/shared/suspense/matching/estimate-agreement'
import { modelPeople } from '@send/shared/suspense/matching/estimate-frequencies'
import type { Ways } from '@send/shared/suspense/matching/compare-records'
import type { MatchingModel } from '@send/shared/suspense/matching/matching-model'
import { storeModel } from '@send/shared/suspense/matching/stored-model'
import type { WorkContext } from '../../context.ts'
import type { Transaction } from '../../database/client.ts'
import { findContenders } from '../find-contenders.ts'
import { readChild } from '../read-child.ts'
import { incomingChildren } from '../tables.ts'
import { matchingModels, valueCounts } from './tables.ts'
import { tallyPeople } from './tally-people.ts'

/** Incoming children, the newest, out of whom the shares of agreement are estimated. */
const sampledChildren = 500
const rowsAtOnce = 5000
/** Any number that no other lock has. */
const onlyOne = 5_030_418

/**
 * The job that estimates the model anew: u and rarities from the people on record, m from the incoming children. It is
 * kept under the next version; what was scored by another estimate keeps its numbers and the version that they came from.
 */
export async function estimateMatching(ctx: WorkContext): Promise<void> {
  // One at a time: two would take the same version.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(${onlyOne})`)
  const tally = await tallyPeople(ctx.tx)
  const expected = modelPeople(tally)
  const children = await sampleChildren(ctx.tx, expected)
  const model = estimateAgreement(expected, children)
  const [last] = await ctx.tx
    .select({ version: matchingModels.version })
    .from(matchingModels)
    .orderBy(desc(matchingModels.version))
    .limit(1)
  const version = (last?.version ?? 0) + 1
  const counted = { people: tally.people, children: children.length }
  await ctx.tx
    .insert(matchingModels)
    .values({ version, estimatedAt: ctx.now(), ...counted, model: storeModel(model) })
  await keepCounts(ctx.tx, version, model)
  // Whoever was weighed with the expected figures alone is weighed again; later estimates differ by little.
  if (version === 1) {
    await ctx.enqueue({ queue: 'score-children', data: { scoredBefore: ctx.now().toISOString() } })
  }
  await ctx.audit({
    action: 'suspense.estimateModel',
    objectKind: 'matchingModel',
    objectId: String(version),
    details: counted,
  })
}

/** A child that was added as a new person is left out: it would agree with itself in everything. */
async function sampleChildren(tx: Transaction, expected: MatchingModel): Promise<Ways[][]> {
  const rows = await tx
    .select()
    .from(incomingChildren)
    .where(or(isNull(incomingChildren.decision), ne(incomingChildren.decision, 'addedAsNew')))
    .orderBy(desc(incomingChildren.waitingSince), desc(incomingChildren.id))
    .limit(sampledChildren)
  const children = rows.map(readChild)
  const sample: Ways[][] = []
  for await (const { contenders } of findContenders(tx, children))
    for (const known of contenders) {
      const child = children[sample.length]
      const records = known.map(({ record }) => record)
      if (child) sample.push(compareCandidates(expected, child.record, records))
    }
  return sample
}

/** The counts of the last version stay for those who are at work with it. */
async function keepCounts(tx: Transaction, version: number, model: MatchingModel): Promise<void> {
  await tx.delete(valueCounts).where(lt(valueCounts.version, version - 1))
  for (const [field, { counts }] of Object.entries(model.fields)) {
    // Whoever is not counted counts as one; of given names it also matters that anybody bears them.
    const kept = [...counts].filter(([, people]) => people > 1 || field === 'givenNames')
    for (let from = 0; from < kept.length; from += rowsAtOnce) {
      const rows = kept.slice(from, from + rowsAtOnce)
      const [values, people] = [rows.map(([value]) => value), rows.map(([, count]) => count)]
      await tx.execute(sql`insert into matching_value_counts (version, field, value, people)
        select ${version}, ${field}, * from unnest(${sql.param(values)}::text[], ${sql.param(people)}::int[])`)
    }
  }
}

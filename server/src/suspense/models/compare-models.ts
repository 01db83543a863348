import { asc, count, desc, inArray } from 'drizzle-orm'
import { compareFigures, type FieldFigures } from '@send/shared/suspense/matching/model-figures'
import { waitingStates, type WaitingState } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { incomingChildren } from '../tables.ts'
import { weighChildren } from '../weigh-children.ts'
import { matchingModels } from './tables.ts'

type ModelSummary = { version: number; estimatedAt: string; people: number; children: number }

export type ModelComparison = {
  older: ModelSummary
  newer: ModelSummary
  figures: FieldFigures[]
  /** How many wait, how many of them were weighed by both, and whose state would differ. */
  waiting: {
    found: number
    weighed: number
    changed: { from: WaitingState; to: WaitingState; count: number }[]
  }
}

/** Children who are weighed twice while the officer waits. */
const mostWeighed = 200

/**
 * The last model beside the one before: what each knows, and what would differ for those who wait. Nothing that is
 * stored changes. Undefined while there are not two; of older ones no counts of values are kept.
 */
export async function compareModels(
  ctx: ProcedureContext<Actor>,
): Promise<{ comparison: ModelComparison | null }> {
  const [newer, older] = await ctx.tx
    .select()
    .from(matchingModels)
    .orderBy(desc(matchingModels.version))
    .limit(2)
  const compared = { objectKind: 'matchingModel', objectId: String(newer?.version ?? 0) }
  if (!newer || !older) {
    await ctx.audit({ action: 'matchingModels.compare', ...compared })
    return { comparison: null }
  }
  const isWaiting = inArray(incomingChildren.state, waitingStates)
  const [all] = await ctx.tx.select({ found: count() }).from(incomingChildren).where(isWaiting)
  const children = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(isWaiting)
    .orderBy(asc(incomingChildren.waitingSince), asc(incomingChildren.id))
    .limit(mostWeighed)
  const before = await listStates(ctx, children, older.version)
  const after = await listStates(ctx, children, newer.version)
  await ctx.audit({
    action: 'matchingModels.compare',
    ...compared,
    details: { with: older.version, weighed: children.length },
  })
  return {
    comparison: {
      older: summarise(older),
      newer: summarise(newer),
      figures: compareFigures(older.model, newer.model),
      waiting: { found: all?.found ?? 0, weighed: children.length, changed: countChanges(before, after) },
    },
  }
}

async function listStates(
  ctx: ProcedureContext<Actor>,
  children: (typeof incomingChildren.$inferSelect)[],
  version: number,
): Promise<WaitingState[]> {
  const states: WaitingState[] = []
  for await (const { state } of weighChildren(ctx, children, { version })) states.push(state)
  return states
}

function countChanges(
  before: readonly WaitingState[],
  after: readonly WaitingState[],
): ModelComparison['waiting']['changed'] {
  return waitingStates.flatMap((from) =>
    waitingStates.flatMap((to) => {
      const moved = before.filter((state, place) => from !== to && state === from && after[place] === to)
      return moved.length === 0 ? [] : [{ from, to, count: moved.length }]
    }),
  )
}

function summarise({
  version,
  estimatedAt,
  people,
  children,
}: typeof matchingModels.$inferSelect): ModelSummary {
  return { version, estimatedAt: estimatedAt.toISOString(), people, children }
}

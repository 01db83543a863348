import { count, min } from 'drizzle-orm'
import { isRejection, type Rejection } from '@send/shared/suspense/judge-past'
import {
  suspenseSources,
  type DecisionPeriod,
  type SuspenseSource,
} from '@send/shared/suspense/matching-settings'
import type { AutomaticFrom } from '@send/shared/suspense/matching/automatic-from'
import { tallyPast, type PastTally } from '@send/shared/suspense/tally-past'
import type { Actor, ProcedureContext } from '../../context.ts'
import { decidedWithin } from '../decisions/decided-within.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { listPast, type PastDecision } from './list-past.ts'
import { readSettings } from './read-settings.ts'

export type SourcePreview = {
  source: SuspenseSource
  /** Decisions of the period, whatever they were. */
  decisions: number
  present: PastTally
  proposed: PastTally
  /** Children that would be automatic and were not, and the other way about. */
  more: number
  fewer: number
}

/** Somebody who would have been matched by itself although people said otherwise; who it is, the card tells. */
export type RejectedPast = {
  incomingChildId: string
  source: SuspenseSource
  probability: number
  rejection: Rejection
  decidedAt: string
  /** Whether the present setting would not have matched it. */
  isNew: boolean
}

export type SettingsPreview = {
  sources: SourcePreview[]
  rejected: RejectedPast[]
  /** Since when decisions are kept; null while there is none. */
  keptSince: string | null
}

const mostListed = 100

/** What thresholds would have done with past children, beside what those that count would have done, by what was recorded then. */
export async function previewSettings(
  ctx: ProcedureContext<Actor>,
  { proposed, period }: { proposed: Record<SuspenseSource, AutomaticFrom>; period: DecisionPeriod },
): Promise<SettingsPreview> {
  const present = await readSettings(ctx.tx)
  const past = await listPast(ctx.tx, period)
  const counts = await ctx.tx
    .select({ source: matchingDecisions.source, decisions: count() })
    .from(matchingDecisions)
    .where(decidedWithin(period))
    .groupBy(matchingDecisions.source)
  const [kept] = await ctx.tx.select({ since: min(matchingDecisions.decidedAt) }).from(matchingDecisions)
  const rejected: RejectedPast[] = []
  const sources = suspenseSources.map((source): SourcePreview => {
    const own = past.filter((each) => each.source === source)
    const before = tallyPast(own, present[source].automaticFrom)
    const after = tallyPast(own, proposed[source])
    const [was, will] = [new Set(before.automatic), new Set(after.automatic)]
    rejected.push(...after.automatic.flatMap((each) => listRejected(each, !was.has(each))))
    return {
      source,
      decisions: counts.find((each) => each.source === source)?.decisions ?? 0,
      present: before.tally,
      proposed: after.tally,
      more: after.automatic.filter((each) => !was.has(each)).length,
      fewer: before.automatic.filter((each) => !will.has(each)).length,
    }
  })
  rejected.sort((a, b) => Number(b.isNew) - Number(a.isNew) || (a.decidedAt < b.decidedAt ? 1 : -1))
  const listed = rejected.slice(0, mostListed)
  await ctx.audit({
    action: 'matchingSettings.preview',
    objectKind: 'matchingSetting',
    objectId: 'all',
    details: { proposed, period, incomingChildren: listed.map(({ incomingChildId }) => incomingChildId) },
  })
  return { sources, rejected: listed, keptSince: kept?.since?.toISOString() ?? null }
}

function listRejected(
  { incomingChildId, source, bestProbability, verdict, decidedAt }: PastDecision,
  isNew: boolean,
): RejectedPast[] {
  if (!isRejection(verdict)) return []
  const probability = bestProbability
  return [
    { incomingChildId, source, probability, rejection: verdict, decidedAt: decidedAt.toISOString(), isNew },
  ]
}

import { eq } from 'drizzle-orm'
import { indexHouseholds, type Household } from '@send/shared/suspense/matching/index-households'
import { foldRecord, type MatchRecord } from '@send/shared/suspense/matching/match-record'
import { proposeState } from '@send/shared/suspense/matching/propose-state'
import {
  decideRanked,
  rankContenders,
  type RankedContender,
} from '@send/shared/suspense/matching/rank-candidates'
import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import type { WaitingState } from '@send/shared/suspense/suspense-lifecycle'
import type { WorkContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { findContenders, findNeighbours, type KnownContender } from './find-contenders.ts'
import { findModel } from './models/find-model.ts'
import { readChild } from './read-child.ts'
import type { IncomingChild } from './settle-child.ts'
import { incomingChildren, rejectedCandidates } from './tables.ts'

export type Score = {
  state: WaitingState
  modelVersion: number
  bestProbability: number | null
  candidates: ScoredCandidate[]
}

/** Below this somebody is no candidate: a queue of them would hide those who are. */
const leastShown = 0.0001
/** People whose keys are made first, if any have none: the job for many is at work on the rest. */
const mostKeyed = 200

/**
 * Weighs a waiting child against the people that it may be, and keeps the result: what the queue, the card and the
 * audit trail show is this. The child must be locked; its version rises when an officer brought about another proposal.
 */
export async function scoreChild(
  ctx: WorkContext,
  child: IncomingChild,
  { byOfficer }: { byOfficer: boolean },
): Promise<Score> {
  await keyPeople(ctx.tx, mostKeyed)
  const score = await scoreAgainstPeople(ctx.tx, child)
  // A job stands in no officer’s way: each would be sent back whenever somebody alike is added.
  const changed = byOfficer && findProposal(child) !== findProposal(score)
  await ctx.tx
    .update(incomingChildren)
    .set({ ...score, scoredAt: ctx.now(), rowVersion: child.rowVersion + (changed ? 1 : 0) })
    .where(eq(incomingChildren.id, child.id))
  return score
}

type Audited = Pick<IncomingChild, 'state' | 'modelVersion' | 'candidates'>

/** A score as the audit trail keeps it. */
export function scoreDetails({ state, modelVersion, candidates }: Audited): Record<string, unknown> {
  const scores = candidates.map(({ personId, weight, probability, decision, rule, vetoes }) => {
    return { personId, weight, probability, decision, rule, vetoes }
  })
  return { state, modelVersion, people: candidates.map(({ personId }) => personId), scores }
}

async function scoreAgainstPeople(tx: Transaction, row: IncomingChild): Promise<Score> {
  const child = readChild(row)
  const contenders = await findContenders(tx, child)
  const rejected = await tx
    .select({ personId: rejectedCandidates.personId })
    .from(rejectedCandidates)
    .where(eq(rejectedCandidates.incomingChildId, row.id))
  const left = contenders.filter(({ personId }) => !rejected.some((each) => each.personId === personId))
  const records = [child.record, ...left.map(({ record }) => record)]
  const { version, model } = await findModel(tx, records)
  const ranked = rankContenders(model, child, left)
  const household = await findHousehold(tx, child.record, ranked[0])
  const decided = decideRanked(model, child, { ranked, household })
  const candidates = decided.map((candidate, rank): ScoredCandidate => {
    const { weight, probability, decision, reasons, rule, vetoes } = candidate
    const personId = ranked[rank]?.personId ?? ''
    return { personId, weight, probability, decision, reasons, rule: rule ?? null, vetoes }
  })
  const shown = candidates.filter(({ probability, rule }) => probability >= leastShown || rule !== null)
  return {
    state: proposeState(shown),
    modelVersion: version,
    bestProbability: shown[0]?.probability ?? null,
    candidates: shown,
  }
}

/** Whom the child and the best of the people may be mistaken for, among those who live where either does. */
async function findHousehold(
  tx: Transaction,
  child: MatchRecord,
  best: RankedContender<KnownContender> | undefined,
): Promise<Household> {
  if (!best) return { relatives: 0 }
  const postcodes = new Set([child, best.record].flatMap(({ postcode }) => postcode?.whole ?? []))
  const neighbours = await findNeighbours(tx, [...postcodes])
  const others = neighbours.filter(({ personId }) => personId !== best.personId)
  return indexHouseholds([best.record, ...others.map(({ told }) => foldRecord(told))]).around(child, 0)
}

/** What an officer decides upon: whether somebody is proposed, and who. */
function findProposal({ state, candidates }: Pick<IncomingChild, 'state' | 'candidates'>): string {
  return state === 'unmatched' ? state : `${state} ${candidates[0]?.personId}`
}

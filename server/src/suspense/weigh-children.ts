import { sql } from 'drizzle-orm'
import type { AutomaticFrom } from '@send/shared/suspense/matching/automatic-from'
import type { RuleName } from '@send/shared/suspense/matching/deterministic-rules'
import { defaultSetting, type SuspenseSource } from '@send/shared/suspense/matching-settings'
import { indexHouseholds } from '@send/shared/suspense/matching/index-households'
import { foldRecord, type MatchRecord } from '@send/shared/suspense/matching/match-record'
import { proposeState } from '@send/shared/suspense/matching/propose-state'
import {
  decideRanked,
  rankContenders,
  type Child,
  type RankedContender,
} from '@send/shared/suspense/matching/rank-candidates'
import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import type { WaitingState } from '@send/shared/suspense/suspense-lifecycle'
import type { Clock } from '../clock.ts'
import { listRulesInForce } from './conflicts/read-matching-rules.ts'
import type { Database, Transaction } from '../database/client.ts'
import { findContenders, findNeighbours, type KnownContender } from './find-contenders.ts'
import { addCounts, findNewestModel, readModel, type VersionedModel } from './models/find-model.ts'
import { readChild, type ToldChild } from './read-child.ts'
import { readSettings } from './settings/read-settings.ts'
import { rejectedCandidates } from './tables.ts'

export type Score = {
  state: WaitingState
  modelVersion: number
  bestProbability: number | null
  candidates: ScoredCandidate[]
}

/** What weighing needs: a transaction, which database it is of, and the time. */
type Weighing = { tx: Transaction; services: { database: Database; clock: Clock } }
/** What is weighed of a child; of whoever an officer types in there is no source. */
type WeighedChild = ToldChild & { id: string; source: SuspenseSource | null }

export type WeighedBy = {
  /** Of the model; by default the newest weighs. */
  version?: number
  /** Of children who are not in suspense yet, which rules are in force. */
  rulesInForce?: ReadonlyMap<string, readonly RuleName[]> | undefined
  /** Also those of whom an officer said that they are not the child. */
  withRejected?: boolean
}

/** Below this somebody is no candidate: a queue of them would hide those who are. */
const leastShown = 0.0001

/**
 * Weighs incoming children against the people that each may be, in their order. One child is weighed as ten thousand
 * are, by the same statements, so that the numbers are the same to the last bit.
 */
export async function* weighChildren(
  ctx: Weighing,
  rows: readonly WeighedChild[],
  { version, rulesInForce, withRejected = false }: WeighedBy = {},
): AsyncGenerator<Score> {
  const parts = findContenders(ctx.tx, readChildren(rows))
  // None of these waits for another.
  const ids = rows.map(({ id }) => id)
  const [newest, settings, rejected, rules, firstPart] = await Promise.all([
    version === undefined ? findNewestModel(ctx) : readModel(ctx.tx, version),
    readSettings(ctx.tx),
    withRejected ? new Set<string>() : listRejected(ctx.tx, ids),
    rulesInForce ?? listRulesInForce(ctx, ids),
    parts.next(),
  ])
  for (let part = firstPart; !part.done; part = await parts.next()) {
    const { first, contenders, lookAhead } = part.value
    const some = rows.slice(first, first + contenders.length).map((row, place) => {
      const found = contenders[place] ?? []
      return {
        child: { ...readChild(row), rules: rules.get(row.id) },
        automaticFrom: (row.source ? settings[row.source] : defaultSetting).automaticFrom,
        contenders: found.filter(({ personId }) => !rejected.has(`${row.id} ${personId}`)),
      }
    })
    const model = await addCounts(ctx.tx, newest, listRecords(some))
    await lookAhead()
    yield* weighSome(ctx.tx, model, some)
  }
}

function* readChildren(rows: readonly WeighedChild[]): Generator<Child> {
  for (const row of rows) yield readChild(row)
}

type Some = { child: Child; automaticFrom: AutomaticFrom; contenders: KnownContender[] }[]

async function* weighSome(tx: Transaction, model: VersionedModel, some: Some): AsyncGenerator<Score> {
  const ranked = some.map(({ child, contenders }) => rankContenders(model.model, child, contenders))
  const homes = some.map(({ child }, place) => {
    const [best] = ranked[place] ?? []
    return best ? [child.record, best.record] : []
  })
  const neighbours = await findNeighbours(tx, homes)
  for (const [place, { child, automaticFrom }] of some.entries()) {
    const found = { ranked: ranked[place] ?? [], neighbours: neighbours[place] ?? [] }
    yield decide(model, child, { ...found, automaticFrom })
  }
}

function* listRecords(some: Some): Generator<MatchRecord> {
  for (const { child, contenders } of some) {
    yield child.record
    for (const { record } of contenders) yield record
  }
}

type Grounds = {
  ranked: RankedContender<KnownContender>[]
  /** Those who live where the child or the best of the people lives. */
  neighbours: Awaited<ReturnType<typeof findNeighbours>>[number]
  automaticFrom: AutomaticFrom
}

function decide(
  { version, model }: VersionedModel,
  child: Child,
  { ranked, neighbours, automaticFrom }: Grounds,
): Score {
  const [best] = ranked
  const others = neighbours.filter(({ personId }) => personId !== best?.personId)
  const homes = best
    ? indexHouseholds([best.record, ...others.map(({ told }) => foldRecord(told))])
    : undefined
  const household = homes?.around(child.record, 0) ?? { relatives: 0 }
  const decided = decideRanked(model, child, { ranked, household, automaticFrom })
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

/** Each child with each person of whom an officer said that it is not the child. */
async function listRejected(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rejected = await tx
    .select()
    .from(rejectedCandidates)
    .where(sql`${rejectedCandidates.incomingChildId} = any(${sql.param(ids)}::uuid[])`)
  return new Set(rejected.map(({ incomingChildId, personId }) => `${incomingChildId} ${personId}`))
}

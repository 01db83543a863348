import { compareRecords } from '@send/shared/suspense/matching/compare-records'
import { foldRecord } from '@send/shared/suspense/matching/match-record'
import { decideRanked, rankContenders, type Contender } from '@send/shared/suspense/matching/rank-candidates'
import { weighBest } from '@send/shared/suspense/matching/weigh-comparison'
import { inTransactionAs } from '@send/server/database/client'
import { findContenders } from '@send/server/suspense/find-contenders'
import { addCounts, findNewestModel } from '@send/server/suspense/models/find-model'
import { toTold } from '../matching/measure-accuracy.ts'
import type { Register } from '../million/open-register.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const children = 1000

export const matchingExplainedRow: Row = {
  id: 'matching.explained',
  what: 'Weighing the candidates of 1,000 children among 1,000,000 people with rules, decision and reasons, as a multiple of the bare number of each candidate; what was looked up is at hand',
  compare: 'share',
  unit: 'times',
  sideUnit: 'ms',
  goal: { at: 'most', value: 2 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const { model, cases } = await lookUp(await stage.register())
  const household = { relatives: 0 }
  const explained = () =>
    cases.map(({ child, contenders }) => {
      const ranked = rankContenders(model, child, contenders)
      return decideRanked(model, child, { ranked, household })[0]?.weight
    })
  const bare = () =>
    cases.map(({ child, contenders }) => {
      const weights = contenders.map(
        ({ record }) => weighBest(model, compareRecords(model, child.record, record)).weight,
      )
      return weights.length > 0 ? Math.max(...weights) : undefined
    })
  const expected = bare()
  if (explained().some((weight, place) => weight !== expected[place])) throw new Error('The weights differ.')
  return { ours: async () => timeOf(explained), peer: async () => timeOf(bare) }
}

function timeOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function lookUp({ database, incoming }: Register) {
  const asked = incoming.slice(0, children).map(({ child }) => {
    const told = toTold(child)
    return { told, record: foldRecord(told) }
  })
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    const found: Contender[][] = []
    for await (const { contenders } of findContenders(tx, asked)) found.push(...contenders)
    const cases = asked.map((child, place) => ({ child, contenders: found[place] ?? [] }))
    const records = cases.flatMap(({ child, contenders }) =>
      [child, ...contenders].map(({ record }) => record),
    )
    const newest = await findNewestModel({ tx, services: { database } })
    const { model } = await addCounts(tx, newest, records)
    return { model, cases }
  })
}

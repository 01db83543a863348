import { percentile } from '../figures.ts'
import { timesOf } from '../http-load.ts'
import { findByTrigrams } from '../million/find-by-trigrams.ts'
import { toRows, weighAll } from '../million/weigh.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const perRound = { ours: 200, peer: 40 }

export const matchingSingleRow: Row = {
  id: 'matching.single',
  what: 'Finding and weighing the candidates of one child with all reasons, in a transaction of its own, among 1,000,000 people: p95, how many times faster than the twenty nearest names by pg_trgm (GIN, %), which weighs nothing',
  compare: 'times',
  unit: 'times',
  sideUnit: 'ms',
  goal: { at: 'least', value: 50 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const { database, owner, incoming } = await stage.register()
  const rows = toRows(incoming)
  let [own, other] = [0, 0]
  return {
    ours: async () => {
      const tasks = rows
        .slice(own, (own += perRound.ours))
        .map((row) => () => weighAll(database, [row], () => {}))
      return percentile(await timesOf(tasks, 1), 95)
    },
    peer: async () => {
      const tasks = incoming
        .slice(other, (other += perRound.peer))
        .map((child) => () => findByTrigrams(owner, child))
      return percentile(await timesOf(tasks, 1), 95)
    },
  }
}

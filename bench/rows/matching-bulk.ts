import { isDeepStrictEqual } from 'node:util'
import { toRows, weighAll } from '../million/weigh.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const single = 300

export const matchingBulkRow: Row = {
  id: 'matching.bulk',
  what: 'Finding and weighing the candidates of 10,000 children among 1,000,000 people, found by one statement: how many times faster a child is than alone; the scores of 300 are the same',
  compare: 'times',
  unit: 'times',
  sideUnit: 'ms',
  goal: { at: 'least', value: 3 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const { database, incoming } = await stage.register()
  const rows = toRows(incoming)
  let [inBulk, alone] = [[] as unknown[], [] as unknown[]]
  const ours = async () => {
    inBulk = []
    const started = performance.now()
    await weighAll(database, rows, (score) => inBulk.length < single && inBulk.push(score))
    return (performance.now() - started) / rows.length
  }
  const peer = async () => {
    alone = []
    const started = performance.now()
    for (const row of rows.slice(0, single)) await weighAll(database, [row], (score) => alone.push(score))
    return (performance.now() - started) / single
  }
  await ours()
  await peer()
  if (!isDeepStrictEqual(inBulk, alone)) throw new Error('Alone a child has another score than in bulk.')
  return { ours, peer }
}

import { median } from '../figures.ts'
import { openConnections, send, timesOf } from '../http-load.ts'
import type { Row, Sides } from '../row.ts'
import { fillChronology } from '../sample-chronology.ts'
import type { Stage } from '../stage.ts'

const items = 1000
const perRound = 20

export const accessListRow: Row = {
  id: 'access.list',
  what: `Listing ${items} entries of a chronology over HTTP, each under an access list of its own, as a multiple of the same list without the condition; one at a time`,
  compare: 'share',
  unit: 'times',
  sideUnit: 'ms',
  goal: { at: 'most', value: 1.3 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const { personId, headers } = await fillChronology(stack, items)
  const agent = openConnections(1)

  const listBy = (procedure: string) => async () => {
    const url = `${stack.serverUrl}/${procedure}`
    const list = async () => {
      const answer = (await send(agent, { url, headers, body: { personId } })).body.toString()
      const listed = answer.split('"entryId"').length - 1
      if (listed !== items) throw new Error(`${listed} of ${items} entries were listed.`)
    }
    const tasks = Array.from({ length: perRound }, () => list)
    return median(await timesOf(tasks, 1))
  }
  return {
    ours: listBy('trpc/chronology.list'),
    peer: listBy('bench/house/listUnguarded'),
    async close() {
      agent.destroy()
    },
  }
}

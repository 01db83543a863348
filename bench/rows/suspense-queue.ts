import { median } from '../figures.ts'
import { openConnections, send, timesOf } from '../http-load.ts'
import { signInOfficer } from '../million/sign-in-officer.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const waiting = 50_000
const mostListed = 100
const perRound = 5

export const suspenseQueueRow: Row = {
  id: 'suspense.queue',
  what: `Opening the queue of ${waiting} children who wait, over HTTP, of whom ${mostListed} at most are sent, beside reading all of them from the database`,
  compare: 'alone',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 300 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const { stack, owner } = await stage.register()
  await owner`insert into incoming_children (id, source, owner_user_id, child_key, given_names, family_name,
      date_of_birth, postcode, state, scored_at, model_version, best_probability, waiting_since)
    select gen_random_uuid(), 'professional', (select min(id::text)::uuid from users), id::text, given_names, family_name,
      date_of_birth, postcode, (array['autoMatched', 'conflicts', 'unmatched'])[1 + number % 3], now(), 1,
      (number % 100) / 100.0, now() - make_interval(secs => number)
    from (select *, row_number() over () as number from people limit ${waiting}) as known`
  await owner`vacuum (analyze) incoming_children`
  const headers = await signInOfficer(stack, ['matching.read'])
  const agent = openConnections(1)
  const call = { url: `${stack.serverUrl}/trpc/suspense.list`, headers, body: {} }
  const open = async () => {
    const { result } = JSON.parse((await send(agent, call)).body.toString()) as { result: { data: Listed } }
    const { items, found, older } = result.data
    if (items.length !== mostListed || found + older !== waiting)
      throw new Error(`${items.length} of ${found} and ${older} were listed.`)
  }
  const readAll = async () => void (await owner`select * from incoming_children order by waiting_since`)
  const timed = async (work: () => Promise<void>) =>
    median(
      await timesOf(
        Array.from({ length: perRound }, () => work),
        1,
      ),
    )
  return {
    ours: () => timed(open),
    peer: () => timed(readAll),
    async close() {
      agent.destroy()
    },
  }
}

type Listed = { items: unknown[]; found: number; older: number }

// Runs in a process of its own: breaks transactions in the middle and says what became of each promise, as one
// line of JSON. A driver that throws outside of every promise ends this process, which is what the test watches.
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import type { VictimMode } from './run-victim.ts'

const [url = '', mode = 'active', rounds = '1'] = process.argv.slice(2)
const patience = 5000 // milliseconds in which every promise must be settled
// The waiting before a new try is the product's; the driver's own grows to twenty seconds.
const options = { connect_timeout: 4, backoff: () => 0.1, onnotice: () => {} }
const sql = postgres(url, { ...options, max: 3 })
const killer = postgres(url, { ...options, max: 1 })
let unsettled = 0
let settled = 0

for (let round = 0; round < Number(rounds); round += 1) {
  await breakOnce(mode as VictimMode, round)
  await waitUntilUp()
}
// The pool must work afterwards, with all its connections.
const alive = await Promise.all(Array.from({ length: 6 }, () => watched(sql`select 1 as one`)))
const working = alive.every((outcome) => outcome === 'fulfilled')
console.log(JSON.stringify({ settled, unsettled, working }))
await Promise.all([sql.end({ timeout: 1 }), killer.end({ timeout: 1 })])

/** After a crash PostgreSQL needs a moment to recover. */
async function waitUntilUp(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await watched(killer`select 1`)) === 'fulfilled') return
    await wait(100)
  }
}

async function breakOnce(how: VictimMode, round: number): Promise<void> {
  const name = `${how} ${round}`
  const attempts: Promise<unknown>[] = []
  let work: Promise<void> | undefined
  const transaction = sql.begin((tx) => (work = breakIn(tx)))
  const outcome = await watched(transaction)
  // The transaction fails as soon as its session is lost; its function goes on, and what it still tries counts.
  if (work) await watched(work)
  if (outcome === 'fulfilled')
    console.log(JSON.stringify({ fault: `${name}: a broken transaction said it was committed` }))
  for (const attempt of attempts) await watched(attempt)

  async function breakIn(tx: postgres.TransactionSql): Promise<void> {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await tx`insert into broken (note) values (${`${name} before`})`
    const pid = row?.pid ?? 0
    const kill = () =>
      how === 'crash' ? process.kill(pid, 'SIGKILL') : killer`select pg_terminate_backend(${pid})`
    if (how === 'active') {
      attempts.push(tx`select pg_sleep(10)`)
      await wait(20)
      await kill()
    } else if (how === 'afterwards' || how === 'crash') {
      await kill()
      // The pool is asked meanwhile, so that it reconnects this very connection while this function still runs.
      for (let turn = 0; turn < 5; turn += 1) {
        await Promise.allSettled(Array.from({ length: 3 }, () => sql`select 1`))
        await wait(30)
      }
    } else {
      const many = () => Array.from({ length: 100 }, (_, index) => tx`select pg_sleep(0.05), ${index}::int`)
      if (how === 'parallel') attempts.push(...many())
      const killed = kill()
      if (how === 'queued') attempts.push(...many())
      await killed
    }
    // Whatever the transaction still says must not reach the database on another session.
    attempts.push(tx`insert into broken (note) values (${`${name} after`})`)
    await Promise.allSettled(attempts)
    attempts.push(tx`insert into broken (note) values (${`${name} long after`})`)
    await Promise.allSettled(attempts)
  }
}

async function watched(promise: Promise<unknown>): Promise<'fulfilled' | 'rejected' | 'unsettled'> {
  const outcome = await Promise.race([
    promise.then(
      () => 'fulfilled' as const,
      () => 'rejected' as const,
    ),
    wait(patience, 'unsettled' as const, { ref: false }),
  ])
  if (outcome === 'unsettled') unsettled += 1
  else settled += 1
  return outcome
}

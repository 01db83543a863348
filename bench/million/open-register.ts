import postgres from 'postgres'
import { systemClock } from '@send/server/clock'
import { inTransactionAs, openDatabase, type Database, type Transaction } from '@send/server/database/client'
import { estimateMatching } from '@send/server/suspense/models/estimate-matching'
import type { WorkContext } from '@send/server/context'
import type { Stack } from '../../scripts/stack.ts'
import { fillRegister } from './fill-register.ts'
import { generateIncoming, type Incoming } from './generate-incoming.ts'

/** A whole installation with a million people on record, shared by the rows of a run, which leave the people as they are. */
export type Register = {
  stack: Stack
  /** As the application, which row-level security holds. */
  database: Database
  owner: postgres.Sql
  incoming: Incoming[]
  close(): Promise<void>
}

const people = 1_000_000
/** Incoming children: as many as are matched in bulk. */
const children = 10_000

/** Fills an installation with a million people, their keys, trigrams beside them, and a model of them. */
export async function openRegister(stack: Stack, say: (line: string) => void): Promise<Register> {
  const owner = postgres(stack.ownerUrl, {
    max: 4,
    onnotice: () => {},
    connection: { maintenance_work_mem: '1GB' },
  })
  const app = openDatabase(stack.appUrl, { connections: 4 })
  const close = async () => {
    await app.close()
    await owner.end()
    await stack.stop()
  }
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const done = await work()
    say(`  ${what} in ${Math.round((performance.now() - started) / 1000)} seconds.`)
    return done
  }
  try {
    const sample = await timed(`${people} people and their keys`, () => fillRegister(owner, people))
    await timed('Trigrams of their names', () => addTrigrams(owner))
    await timed('A model estimated from them', () => estimate(app.database))
    return { stack, database: app.database, owner, incoming: generateIncoming(sample, children), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The peer: an index of trigrams over both names, on the same table. */
async function addTrigrams(owner: postgres.Sql): Promise<void> {
  await owner`create extension if not exists pg_trgm`
  await owner.unsafe(`create index people_trigrams on people
    using gin ((given_names || ' ' || family_name) gin_trgm_ops)`)
}

/** The job of the product, in this process; no trail of it is kept. */
function estimate(database: Database): Promise<void> {
  const inTransaction = async (tx: Transaction) => {
    const work = { tx, now: () => systemClock.now(), enqueue: async () => {}, audit: async () => {} }
    await estimateMatching(work as unknown as WorkContext)
  }
  return inTransactionAs(database, { kind: 'system', userId: null }, inTransaction)
}

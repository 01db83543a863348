import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/client.ts'
import { streamEvents } from './canonical-event.ts'
import { createEventsHash, findLastSeal, insertSeal, streamSeals, type Seal } from './seal.ts'
import { SealingRefused } from './sealing-refused.ts'
import { readSealingState, tryToTakeTurn, type SealingState } from './sealing-state.ts'
import { appendLines, readFileEnd } from './seals-file.ts'

const raise = 'Check the restore, then run: npm run send -- audit new-era'

export type Sealing = {
  database: Database
  clock: Clock
  /** The file outside the database that gets a line for each seal. */
  file: string
}

/**
 * Seals what is surely finished: the lines of transactions below the oldest running one. The seal is committed
 * first and then written to the file, so the file never names a seal that the database could lose by a crash;
 * a line that a killed process left out is added with the next turn, by any process. Nobody who writes waits.
 * Returns the number of lines sealed. Throws SealingRefused after a restore, or when the file disagrees.
 */
export async function sealAuditEvents(sealing: Sealing): Promise<number> {
  if (!(await bringFileUpToDate(sealing))) return 0
  const seal = await sealing.database.transaction(async (tx) => {
    if (!(await tryToTakeTurn(tx))) return undefined
    return addSeal(tx, await readSealingState(tx), sealing.clock.now())
  })
  if (seal) await bringFileUpToDate(sealing)
  return seal?.count ?? 0
}

/** Refuses a database whose new lines could not be sealed, because it was restored from a dump. */
export async function requireSealable(database: Database): Promise<void> {
  await database.transaction(async (tx) => refuseRestored(await readSealingState(tx)))
}

async function addSeal(tx: Transaction, state: SealingState, now: Date): Promise<Seal | undefined> {
  refuseRestored(state)
  const { last, era, finishedBelow } = state
  const fromTransaction = last?.era === era ? last.toTransaction : '0'
  const range = { era, fromTransaction, toTransaction: finishedBelow }
  const hash = createEventsHash()
  for await (const event of streamEvents(tx, range)) hash.add(event)
  const { count, eventsHash } = hash.finish()
  return count === 0 ? undefined : insertSeal(tx, last, now, { ...range, count, eventsHash })
}

/** Adds the seals that the file lacks; false when another process has the turn. */
async function bringFileUpToDate({ database, file }: Sealing): Promise<boolean> {
  return database.transaction(async (tx) => {
    if (!(await tryToTakeTurn(tx))) return false
    const last = await findLastSeal(tx)
    const end = await readFileEnd(file)
    if ((end?.number ?? 0) > (last?.number ?? 0)) {
      throw new SealingRefused(
        `The file of seals goes on to seal ${end?.number}, the database ends with ${last?.number ?? 'none'}. ${raise}`,
      )
    }
    const missing: Seal[] = []
    // Seal `end.number` is read again, to see that both tell the same chain.
    for await (const seal of streamSeals(tx, (end?.number ?? 0) - 1)) {
      if (seal.number !== end?.number) missing.push(seal)
      else if (seal.hash !== end.hash)
        throw new SealingRefused(
          `Seal ${seal.number} differs between the database and the file. Run: npm run send -- audit verify`,
        )
    }
    await appendLines(file, missing)
    return true
  })
}

function refuseRestored({ restored, last }: SealingState): void {
  if (restored)
    throw new SealingRefused(
      `This database was restored from a dump: its transactions are numbered below seal ${last?.number}. ${raise}`,
    )
}

import { raiseEra } from '@send/server/audit/raise-era'
import { verifyAudit } from '@send/server/audit/verify-audit'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { dataFolder, sealsFile } from './data-folder.ts'

/** Prints what the seals say of the audit trail; false when something was touched. */
export async function verifyAuditTrail(ownerUrl: string): Promise<boolean> {
  const { database, close } = openDatabase(ownerUrl, { connections: 2 })
  try {
    const { seals, sealedEvents, newestSealedAt, waitingEvents, problems } = await verifyAudit(
      database,
      sealsFile(dataFolder()),
    )
    for (const problem of problems) console.error(problem)
    const counts = `${sealedEvents} lines in ${seals} seals, ${waitingEvents} waiting to be sealed`
    if (problems.length > 0) {
      console.error(`The audit trail does not hold: ${counts}.`)
      return false
    }
    const newest = newestSealedAt ? `, the newest sealed line of ${newestSealedAt}` : ''
    console.log(`The audit trail is as it was sealed: ${counts}${newest}.`)
    return true
  } finally {
    await close()
  }
}

/** Starts a new era of the audit trail after a restore. */
export async function raiseAuditEra(ownerUrl: string, typedReason: string): Promise<void> {
  const { database, close } = openDatabase(ownerUrl, { connections: 2 })
  try {
    const reason = typedReason.trim() || 'The database was restored from a dump.'
    const file = sealsFile(dataFolder())
    const { era, after, givenUp } = await raiseEra({
      ownerDatabase: database,
      clock: systemClock,
      file,
      reason,
    })
    const lost = givenUp > 0 ? ` Seals ${after + 1} to ${after + givenUp} of the file are given up.` : ''
    console.log(`Era ${era} of the audit trail begins after seal ${after}.${lost}`)
  } finally {
    await close()
  }
}

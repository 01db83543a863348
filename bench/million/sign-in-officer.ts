import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { buildStaffSession } from '@send/server/testing/build-sessions'
import type { Stack } from '../../scripts/stack.ts'

type Processes = Parameters<typeof buildStaffSession>[1]

/** The headers of an officer who may do so much. */
export async function signInOfficer(stack: Stack, processes: Processes): Promise<Record<string, string>> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const { token } = await buildStaffSession({ ownerDatabase: database, clock: systemClock }, processes)
    return { authorization: `Bearer ${token}` }
  } finally {
    await close()
  }
}

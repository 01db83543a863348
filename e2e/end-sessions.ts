import { openDatabase } from '@send/server/database/client'
import { sessions } from '@send/server/accounts/tables'
import type { Stack } from '../scripts/stack.ts'

/** Ends every session on the server, as an administrator or the clock would. */
export async function endSessions(stack: Stack): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    await database.delete(sessions)
  } finally {
    await close()
  }
}

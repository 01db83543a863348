import { openDatabase } from '@send/server/database/client'
import { sessions, users } from '@send/server/accounts/tables'
import { eq, inArray } from 'drizzle-orm'
import type { Stack } from '../scripts/stack.ts'

/** Ends every session on the server, or those of one person, as an administrator or the clock would. */
export async function endSessions(stack: Stack, email?: string): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const own = database
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email ?? ''))
    await database.delete(sessions).where(email === undefined ? undefined : inArray(sessions.userId, own))
  } finally {
    await close()
  }
}

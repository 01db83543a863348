import { eq } from 'drizzle-orm'
import { users } from '@send/server/accounts/tables'
import { permissionGroupMembers, permissionGroups } from '@send/server/accounts/permissions/tables'
import { openDatabase } from '@send/server/database/client'
import type { Stack } from '../scripts/stack.ts'

/** Puts a member of the sample staff into another permission group. */
export async function joinGroup(stack: Stack, email: string, group: string): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const [user] = await database.select({ id: users.id }).from(users).where(eq(users.email, email))
    const [joined] = await database
      .select({ id: permissionGroups.id })
      .from(permissionGroups)
      .where(eq(permissionGroups.name, group))
    await database.insert(permissionGroupMembers).values({ userId: user!.id, groupId: joined!.id })
  } finally {
    await close()
  }
}

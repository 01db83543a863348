import path from 'node:path'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright'
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

/** Keeps a picture of the window where pictures are wanted. */
export async function takePicture(window: Page, name: string): Promise<void> {
  const folder = process.env.SEND_PICTURES
  if (folder) await window.screenshot({ path: path.join(folder, `${name}.png`) })
}

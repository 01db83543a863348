import type { BusinessProcess } from '@send/shared/accounts/business-processes'
import { newId } from '@send/shared/values/ids'
import type { Clock } from '../clock.ts'
import type { Transaction } from '../database/client.ts'
import { hashPassword } from './passwords.ts'
import { permissionGroupMembers, permissionGroups, users } from './tables.ts'

/** Opens a staff account; the person sets up the second step at the first sign-in. */
export async function createStaffAccount(
  tx: Transaction,
  clock: Clock,
  account: { email: string; name: string; password: string; groupIds: string[] },
): Promise<{ userId: string }> {
  const userId = newId()
  await tx.insert(users).values({
    id: userId,
    kind: 'staff',
    email: account.email.toLowerCase(),
    name: account.name,
    passwordHash: await hashPassword(account.password),
    createdAt: clock.now(),
  })
  for (const groupId of account.groupIds) await tx.insert(permissionGroupMembers).values({ groupId, userId })
  return { userId }
}

/** Makes a permission group. */
export async function createPermissionGroup(
  tx: Transaction,
  group: { name: string; processes: BusinessProcess[] },
): Promise<{ groupId: string }> {
  const groupId = newId()
  await tx.insert(permissionGroups).values({ id: groupId, ...group })
  return { groupId }
}

import type { Grant } from '@send/shared/accounts/business-processes'
import { newId } from '@send/shared/values/ids'
import type { Clock } from '../clock.ts'
import type { Transaction } from '../database/client.ts'
import type { SecretBox } from '../secret-box.ts'
import { hashPassword } from './passwords.ts'
import { permissionGroupMembers, permissionGroups } from './permissions/tables.ts'
import { createToken } from './session-tokens.ts'
import { users } from './tables.ts'
import { sealTotpSecret } from './second-steps/totp.ts'

type NewStaffAccount = {
  email: string
  name: string
  /** None for somebody who chooses one with a starting code; until then no password is right. */
  password?: string
  groupIds: string[]
  /** An app that was set up already; without it the person sets one up at the first sign-in. */
  totp?: { secret: Uint8Array; secrets: SecretBox }
}

/** Opens a staff account; its e-mail address must be free. */
export async function createStaffAccount(
  tx: Transaction,
  clock: Clock,
  account: NewStaffAccount,
): Promise<{ userId: string }> {
  const userId = newId()
  const { totp } = account
  await tx.insert(users).values({
    id: userId,
    kind: 'staff',
    email: account.email.toLowerCase(),
    name: account.name,
    passwordHash: await hashPassword(account.password ?? createToken()),
    totpSecret: totp ? sealTotpSecret(totp.secrets, userId, totp.secret) : null,
    secondStepSince: totp ? clock.now() : null,
    createdAt: clock.now(),
  })
  for (const groupId of account.groupIds) await tx.insert(permissionGroupMembers).values({ groupId, userId })
  return { userId }
}

/** Makes a permission group. */
export async function createPermissionGroup(
  tx: Transaction,
  group: { name: string; processes: Grant[] },
): Promise<{ groupId: string }> {
  const groupId = newId()
  await tx.insert(permissionGroups).values({ id: groupId, ...group })
  return { groupId }
}

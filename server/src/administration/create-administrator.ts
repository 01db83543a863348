import { and, arrayContains, asc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { wouldLockOut } from '@send/shared/accounts/lock-out'
import { newId } from '@send/shared/values/ids'
import { createPermissionGroup, createStaffAccount } from '../accounts/create-staff-account.ts'
import { listStaff } from '../accounts/permissions/list-staff.ts'
import { permissionGroupMembers, permissionGroups } from '../accounts/permissions/tables.ts'
import { issueStartingCode, type StartingCode } from '../accounts/starting-code.ts'
import { users } from '../accounts/tables.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Clock } from '../clock.ts'
import { inTransactionAs, type Database, type Transaction } from '../database/client.ts'
import { forgetSignIn } from './issue-code.ts'
import { waitForAdministration } from './lock-administration.ts'
import { createShippedGroups, shippedGroups } from './shipped-groups.ts'

type Administrator = { email: string; name: string; reason: string }
type Outcome =
  ({ outcome: 'created' } & StartingCode) | { outcome: 'reasonNeeded' } | { outcome: 'badAddress' }

const groupName = 'System administrators'

/**
 * Opens the account of the first administrator of an installation, or, with a reason, of another one when nobody
 * of those who may can be reached. It is for whoever runs the machine and holds the owner's database credential:
 * there is no other way in. A known member of staff keeps the account, but signs in afresh with the code.
 */
export async function createAdministrator(
  database: Database,
  clock: Clock,
  { email, name, reason }: Administrator,
): Promise<Outcome> {
  if (!z.email().max(254).safeParse(email).success) return { outcome: 'badAddress' }
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    await waitForAdministration(tx)
    const isFirst = wouldLockOut(await listStaff(tx))
    if (!isFirst && reason === '') return { outcome: 'reasonNeeded' }
    const userId = await provideAccount(tx, clock, { email: email.toLowerCase(), name })
    const groupId = await provideGroup(tx)
    await tx.insert(permissionGroupMembers).values({ groupId, userId }).onConflictDoNothing()
    await recordAuditEvent(
      tx,
      { at: clock.now(), actorUserId: null, actorKind: 'system', face: null, address: null, requestId: null },
      {
        action: 'administration.createAdministrator',
        objectKind: 'user',
        objectId: userId,
        reason: reason || undefined,
        details: { after: { isFirst, groupId } },
      },
    )
    return { outcome: 'created', ...(await issueStartingCode(tx, clock, userId)) }
  })
}

async function provideAccount(
  tx: Transaction,
  clock: Clock,
  account: { email: string; name: string },
): Promise<string> {
  const [known] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.kind, 'staff'), eq(users.email, account.email)))
  if (!known) return (await createStaffAccount(tx, clock, { ...account, groupIds: [] })).userId
  await forgetSignIn(tx, known.id)
  await tx.update(users).set({ disabled: false }).where(eq(users.id, known.id))
  return known.id
}

/** A group that grants user administration: one of the authority's, else the shipped one made again under a free name. */
async function provideGroup(tx: Transaction): Promise<string> {
  const groups = await createShippedGroups(tx)
  const [able] = await tx
    .select({ id: permissionGroups.id })
    .from(permissionGroups)
    .where(arrayContains(permissionGroups.processes, ['userAdministration']))
    .orderBy(ne(permissionGroups.name, groupName), asc(permissionGroups.name))
    .limit(1)
  if (able) return able.id
  const name = groups.has(groupName) ? `${groupName} ${newId().slice(-6)}` : groupName
  return (await createPermissionGroup(tx, { name, processes: [...shippedGroups[groupName]] })).groupId
}

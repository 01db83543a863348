import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { eq, inArray } from 'drizzle-orm'
import type { AccessList } from '@send/shared/accounts/access-list'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { parentViews } from '@send/shared/forms/library/parent-views'
import { requestByParent } from '@send/shared/forms/library/request-by-parent'
import { youngPersonViews } from '@send/shared/forms/library/young-person-views'
import { newId } from '@send/shared/values/ids'
import { createStaffAccount } from '../accounts/create-staff-account.ts'
import { organisations } from '../accounts/organisations/tables.ts'
import { permissionGroups } from '../accounts/permissions/tables.ts'
import { users } from '../accounts/tables.ts'
import { sealTotpSecret } from '../accounts/second-steps/totp.ts'
import type { Clock } from '../clock.ts'
import { inTransactionAs, type Database, type Transaction } from '../database/client.ts'
import { formVersions, forms } from '../forms/tables.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { contacts } from '../people/family/contacts/tables.ts'
import { bases, people, relationships } from '../people/tables.ts'
import type { SecretBox } from '../secret-box.ts'
import { describeSampleFamilies } from './sample-families.ts'
import { buildSampleOrganisations } from './sample-organisations.ts'
import { buildSamplePeople } from './sample-people.ts'
import { sampleStaff } from './sample-staff.ts'
import { createShippedGroups, type ShippedGroup } from './shipped-groups.ts'

const rowsAtOnce = 500

/**
 * Fills an empty database with a believable authority: 2,000 people in families, schools, staff who can sign in
 * and three published forms of the library, one of them for young people; all or nothing. A database that has any permission group is left alone (false).
 */
export async function loadSampleAuthority(
  database: Database,
  services: { clock: Clock; secrets: SecretBox },
): Promise<boolean> {
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    const [any] = await tx.select({ id: permissionGroups.id }).from(permissionGroups).limit(1)
    if (any) return false
    const groups = await createShippedGroups(tx)
    const publisher = await addStaff(tx, services, groups)
    await addPeople(tx, services.clock)
    const accessList = readableBy(groups)
    for (const form of [requestByParent, parentViews, youngPersonViews]) {
      await addForm(tx, services.clock, { ...form, accessList }, publisher)
    }
    return true
  })
}

/** Whether the sample staff have accounts in this database. */
export async function hasSampleStaff(database: Database): Promise<boolean> {
  const emails = sampleStaff.map(({ email }) => email)
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    const [any] = await tx.select({ id: users.id }).from(users).where(inArray(users.email, emails)).limit(1)
    return any !== undefined
  })
}

async function addStaff(
  tx: Transaction,
  { clock, secrets }: { clock: Clock; secrets: SecretBox },
  groups: Map<string, string>,
): Promise<string> {
  let publisher = ''
  for (const { email, name, password, totpSecret, groups: names } of sampleStaff) {
    const groupIds = names.flatMap((group) => groups.get(group) ?? [])
    const { userId } = await createStaffAccount(tx, clock, { email, name, password, groupIds })
    const sealed = sealTotpSecret(secrets, userId, decodeBase32IgnorePadding(totpSecret))
    await tx
      .update(users)
      .set({ totpSecret: sealed, secondStepSince: clock.now() })
      .where(eq(users.id, userId))
    publisher ||= userId
  }
  return publisher
}

async function addPeople(tx: Transaction, clock: Clock): Promise<void> {
  const sample = buildSamplePeople(clock.now())
  await tx.insert(bases).values(sample.schools)
  await tx.insert(organisations).values(buildSampleOrganisations(sample.schools, clock.now()))
  for (const rows of inPortions(sample.people)) await tx.insert(people).values(rows)
  const families = describeSampleFamilies(sample)
  for (const rows of inPortions(families.relationships)) await tx.insert(relationships).values(rows)
  for (const rows of inPortions(families.contacts)) await tx.insert(contacts).values(rows)
  // Only now: children are found by how their parents are reached, too.
  while ((await keyPeople(tx, rowsAtOnce)) === rowsAtOnce);
}

async function addForm(
  tx: Transaction,
  clock: Clock,
  definition: FormDefinition,
  publishedBy: string,
): Promise<void> {
  const [id, now] = [newId(), clock.now()]
  await tx.insert(forms).values({ id, code: definition.code, live: true, latestVersion: 1, createdAt: now })
  await tx.insert(formVersions).values({ formId: id, number: 1, definition, publishedAt: now, publishedBy })
}

function readableBy(groups: Map<string, string>): AccessList {
  const allow = (name: ShippedGroup, rights: AccessList['entries'][number]['rights']) => ({
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id: groups.get(name) ?? '' },
    rights,
  })
  return {
    entries: [
      allow('SEND officers', ['read', 'write', 'share', 'administer']),
      allow('Managers and auditors', ['read']),
    ],
  }
}

function inPortions<T>(rows: T[]): T[][] {
  const count = Math.ceil(rows.length / rowsAtOnce)
  return Array.from({ length: count }, (_, index) => rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce))
}

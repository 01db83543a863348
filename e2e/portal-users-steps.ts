import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright'
import { childAccess } from '@send/server/accounts/child-access/tables'
import { permissionGroupMembers, permissionGroups } from '@send/server/accounts/permissions/tables'
import { organisationMembers, organisations } from '@send/server/accounts/organisations/tables'
import { users } from '@send/server/accounts/tables'
import { openDatabase } from '@send/server/database/client'
import { people } from '@send/server/people/tables'
import type { Grant } from '@send/shared/accounts/business-processes'
import { newId } from '@send/shared/values/ids'
import type { Stack } from '../scripts/stack.ts'

/** Puts members of the staff into a new group, as an administrator would. */
export async function grantStaff(stack: Stack, emails: readonly string[], processes: Grant[]): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const groupId = newId()
    await database.insert(permissionGroups).values({ id: groupId, name: `Sharing ${groupId}`, processes })
    for (const email of emails) {
      const [user] = await database.select().from(users).where(eq(users.email, email))
      if (user) await database.insert(permissionGroupMembers).values({ groupId, userId: user.id })
    }
  } finally {
    await close()
  }
}

type NewChild = { givenNames: string; familyName: string; dateOfBirth: string }

/** Puts a child on record. */
export async function addChild(stack: Stack, child: NewChild): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const [foldedGivenNames, foldedFamilyName] = [child.givenNames, child.familyName].map((name) =>
    name.toLowerCase(),
  )
  try {
    await database.insert(people).values({
      id: newId(),
      ...child,
      foldedGivenNames: foldedGivenNames ?? '',
      foldedFamilyName: foldedFamilyName ?? '',
      createdAt: new Date(),
    })
  } finally {
    await close()
  }
}

/** Tells us of a child as its parent, from the page of the children. */
export async function tellUsOf(page: Page, child: NewChild, evidence: string): Promise<void> {
  await page.goto('/children/tell-us')
  await fillClaim(page, child, evidence)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

/** Fills the page on which one tells us of a child. */
export async function fillClaim(page: Page, child: NewChild, evidence: string): Promise<void> {
  const [year, month, day] = child.dateOfBirth.split('-').map(Number)
  await page.getByLabel('Parent or carer').check()
  await page.getByLabel('First names').fill(child.givenNames)
  await page.getByLabel('Family name').fill(child.familyName)
  const birth = page.getByRole('group', { name: 'Date of birth' })
  await birth.getByLabel('Day').fill(String(day))
  await birth.getByLabel('Month').fill(String(month))
  await birth.getByLabel('Year').fill(String(year))
  await page.getByLabel('How can we check this?').fill(evidence)
}

/** Goes to one of the three lists of Portal users. */
export async function openPortalUsers(
  window: Page,
  view: 'Users' | 'Claims waiting' | 'Rights change',
): Promise<void> {
  const heading = window.getByRole('heading', { level: 1, name: 'Portal users' })
  if ((await heading.count()) === 0) {
    await window.getByRole('navigation', { name: 'Screens' }).getByText('Portal users').click()
    await heading.waitFor()
  }
  await window.getByRole('navigation', { name: 'Lists' }).getByRole('button', { name: view }).click()
}

type LongAgo = { parentEmail: string; officerEmail: string; child: NewChild }

/** An authentication from before the rights of a young person changed. */
export async function authenticateLongAgo(stack: Stack, who: LongAgo): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const { givenNames, familyName } = who.child
    const named = and(eq(people.givenNames, givenNames), eq(people.familyName, familyName))
    const [child] = await database.select().from(people).where(named)
    const [parent] = await database.select().from(users).where(eq(users.email, who.parentEmail))
    const [officer] = await database.select().from(users).where(eq(users.email, who.officerEmail))
    if (!child || !parent || !officer) throw new Error('Somebody is missing')
    await database.insert(childAccess).values({
      id: newId(),
      userId: parent.id,
      personId: child.id,
      relation: 'parentCarer',
      scopes: ['progress'],
      source: 'officer',
      reason: 'Birth certificate seen',
      recordedBy: officer.id,
      startsAt: new Date('2020-01-01T10:00:00Z'),
    })
  } finally {
    await close()
  }
}

/** A professional who belongs to a new organisation, and who never signs in; their e-mail address. */
export async function addProfessional(
  stack: Stack,
  { name, organisation }: { name: string; organisation: string },
): Promise<string> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const [userId, organisationId, createdAt] = [newId(), newId(), new Date()]
  const email = `${userId}@school.example`
  const user = { id: userId, kind: 'professional' as const, email, name, jobTitle: 'SENCo', createdAt }
  const membership = { organisationId, userId, role: 'lead' as const, state: 'active' as const }
  try {
    await database.insert(users).values({ ...user, passwordHash: 'cannot sign in' })
    const school = { id: organisationId, name: organisation, kind: 'school' as const, createdAt }
    await database.insert(organisations).values(school)
    await database.insert(organisationMembers).values({ ...membership, askedAt: createdAt })
    return email
  } finally {
    await close()
  }
}

/** Puts many portal users into the authority, who never sign in. */
export async function addPortalUsers(stack: Stack, number: number): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    await database.insert(users).values(
      Array.from({ length: number }, (_, index) => ({
        id: newId(),
        kind: 'citizen' as const,
        email: `many-${index}@example.com`,
        name: `Many ${index}`,
        passwordHash: 'cannot sign in',
        createdAt: new Date(),
      })),
    )
  } finally {
    await close()
  }
}

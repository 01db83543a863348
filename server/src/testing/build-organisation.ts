import type { MemberRole, OrganisationKind } from '@send/shared/accounts/organisations'
import { newId } from '@send/shared/values/ids'
import {
  organisationMembers,
  organisations,
  professionalVerifications,
} from '../accounts/organisations/tables.ts'
import type { BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

/** An open organisation with these members; its id. */
export async function buildOrganisation(
  server: TestServer,
  overrides: {
    name?: string
    kind?: OrganisationKind
    urn?: string
    members?: [BuiltSession | null, MemberRole][]
  } = {},
): Promise<string> {
  const id = newId()
  const { name = `Elm Primary ${id}`, kind = 'school', urn = null, members = [] } = overrides
  const at = server.clock.now()
  await server.ownerDatabase.insert(organisations).values({ id, name, kind, urn, createdAt: at })
  for (const [session, role] of members) {
    await server.ownerDatabase.insert(organisationMembers).values({
      organisationId: id,
      userId: session?.userId ?? '',
      role,
      state: 'active',
      askedAt: at,
      decidedAt: at,
    })
  }
  return id
}

/** The authority verified a professional. */
export async function buildVerification(
  server: TestServer,
  userId: string,
  decidedBy: string,
  overrides: Partial<typeof professionalVerifications.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await server.ownerDatabase.insert(professionalVerifications).values({
    id,
    userId,
    decision: 'verified',
    evidence: 'Teaching Record System 1234567',
    reason: 'Works at a school of ours',
    decidedBy,
    decidedAt: server.clock.now(),
    ...overrides,
  })
  return id
}

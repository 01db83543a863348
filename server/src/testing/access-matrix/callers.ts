import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import type { Grant } from '@send/shared/accounts/business-processes'
import { eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../build-sessions.ts'
import type { TestServer } from '../test-server.ts'

/** The kinds of caller of the matrix and, for staff, what their group grants. */
export const staffGrants = {
  officer: ['manageIncomingForms', 'people', 'chronology', 'matching', 'completeForms'],
  officerWithoutGroup: [],
  formAdministrator: ['formBuilder'],
  portalAdministrator: ['portalAdministration', 'userAdministration', 'verifyProfessionals', 'share'],
  auditor: ['audit', 'people.read', 'chronology.read'],
  disabled: ['manageIncomingForms', 'people', 'chronology', 'matching'],
} satisfies Record<string, Grant[]>

export const portalKinds = {
  parentA: 'citizen',
  parentB: 'citizen',
  youngPerson: 'citizen',
  professionalUnverified: 'professional',
  professionalVerified: 'professional',
  professionalOfOrganisation: 'professional',
  professionalOfAnother: 'professional',
} as const

/** Who the citizens among the callers say they are. */
export function citizenKindOf(kind: CallerKind): CitizenKind | undefined {
  if (kind === 'youngPerson') return 'youngPerson'
  return kind === 'parentA' || kind === 'parentB' ? 'parentCarer' : undefined
}

type StaffKind = keyof typeof staffGrants
export type PortalKind = keyof typeof portalKinds
export type CallerKind = 'nobody' | 'halfSignedIn' | StaffKind | PortalKind

export type Caller = { kind: CallerKind; session: BuiltSession | null; grants: readonly Grant[] }

/** Signs every kind of caller in; the disabled one is disabled after signing in. */
export async function buildCallers(server: TestServer): Promise<Record<CallerKind, Caller>> {
  const caller = (kind: CallerKind, session: BuiltSession | null, grants: readonly Grant[] = []): Caller => ({
    kind,
    session,
    grants,
  })
  const staff = async (kind: StaffKind) =>
    caller(kind, await buildStaffSession(server, staffGrants[kind]), staffGrants[kind])
  const portal = async (kind: PortalKind) => {
    const citizenKind = citizenKindOf(kind)
    const overrides = { name: `Caller ${kind}`, ...(citizenKind ? { citizenKind } : {}) }
    return caller(kind, await buildPortalSession(server, portalKinds[kind], overrides))
  }
  const half = await buildPortalSession(server, 'citizen', { secondStep: false })
  const disabled = await staff('disabled')
  await server.ownerDatabase
    .update(users)
    .set({ disabled: true })
    .where(eq(users.id, disabled.session?.userId ?? ''))
  return {
    nobody: caller('nobody', null),
    halfSignedIn: caller('halfSignedIn', half),
    parentA: await portal('parentA'),
    parentB: await portal('parentB'),
    youngPerson: await portal('youngPerson'),
    professionalUnverified: await portal('professionalUnverified'),
    professionalVerified: await portal('professionalVerified'),
    professionalOfOrganisation: await portal('professionalOfOrganisation'),
    professionalOfAnother: await portal('professionalOfAnother'),
    officer: await staff('officer'),
    officerWithoutGroup: await staff('officerWithoutGroup'),
    formAdministrator: await staff('formAdministrator'),
    portalAdministrator: await staff('portalAdministrator'),
    auditor: await staff('auditor'),
    disabled,
  }
}

/** Whether the caller is signed in on a portal with both steps. */
export function isPortalCaller({ kind }: Caller): boolean {
  return Object.hasOwn(portalKinds, kind)
}

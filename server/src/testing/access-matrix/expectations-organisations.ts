import { newId } from '@send/shared/values/ids'
import { isPortalCaller, type Caller } from './callers.ts'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const key = () => ({ idempotencyKey: newId() })
const reason = 'Asked to by the head'
const isProfessional = ({ kind }: Caller) => kind.startsWith('professional')
const professionalsOnly = (caller: Caller): Outcome => (isProfessional(caller) ? 'done' : 'not-allowed')
const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')

/** `own` is led by the caller where they lead one; of `shared` those who lead are plain members. */
function organisationOf({ world, caller, relation }: Cell): string {
  if (relation === 'nonExistent') return newId()
  if (relation !== 'own') return world.organisations[relation]
  return world.organisations[caller.kind === 'professionalOfAnother' ? 'another' : 'own']
}

const belongs = ({ kind }: Caller) =>
  kind === 'professionalOfOrganisation' || kind === 'professionalOfAnother'

/** Members see it; to other professionals it is as unknown as one that never was. */
function membersOnly({ caller, relation }: Cell): Outcome {
  if (!isProfessional(caller)) return 'not-allowed'
  return belongs(caller) && (relation === 'own' || relation === 'shared') ? 'done' : 'not-found'
}

/** As `membersOnly`, but of its members only leads may. */
function leadsOnly(cell: Cell): Outcome {
  const seen = membersOnly(cell)
  return seen === 'done' && cell.relation === 'shared' ? 'not-allowed' : seen
}

/** A lead's act on something that is not there. */
function leadsOnlyThenNotFound(cell: Cell): Outcome {
  const outcome = leadsOnly(cell)
  return outcome === 'done' ? 'not-found' : outcome
}

const open = (cell: Cell): Outcome => (isProfessional(cell.caller) ? whatExists(cell) : 'not-allowed')
const memberOf = (cell: Cell) => ({
  organisationId: organisationOf(cell),
  userId: cell.world.asker.userId,
  reason,
})
const ofUser = ({ world, relation }: Cell) => ({
  userId: relation === 'nonExistent' ? newId() : (world.callers.professionalUnverified.session?.userId ?? ''),
})
const ofChild = ({ world, relation }: Cell) => ({
  personId: relation === 'nonExistent' ? newId() : world.people[relation].personId,
})
const inAMonth = ({ world }: Cell) => new Date(world.now.getTime() + 30 * 86_400_000).toISOString()

/** What the procedures of organisations are asked. */
export const organisationExpectations: Record<string, Expectation> = {
  'organisations.mine': { input: () => ({}), always: professionalsOnly },
  'organisations.search': { input: () => ({ text: 'Matrix' }), always: professionalsOnly },
  'organisations.ask': {
    input: (cell) => ({ ...key(), organisationId: organisationOf(cell) }),
    then: open,
  },
  'organisations.takeBackRequest': {
    input: () => ({ organisationId: newId() }),
    always: (caller) => (isProfessional(caller) ? 'not-found' : 'not-allowed'),
  },
  'organisations.leave': {
    input: (cell) => ({ ...key(), organisationId: organisationOf(cell) }),
    then: membersOnly,
  },
  'organisations.listMembers': {
    input: (cell) => ({ organisationId: organisationOf(cell) }),
    then: membersOnly,
  },
  'organisations.decideRequest': {
    input: (cell) => ({
      ...key(),
      organisationId: organisationOf(cell),
      userId: cell.world.asker.userId,
      decision: 'accept',
    }),
    then: leadsOnly,
  },
  'organisations.changeRole': {
    input: (cell) => ({ organisationId: organisationOf(cell), userId: newId(), role: 'lead' }),
    then: leadsOnlyThenNotFound,
  },
  'organisations.remove': {
    input: (cell) => ({ organisationId: organisationOf(cell), userId: newId(), reason }),
    then: leadsOnlyThenNotFound,
  },
  'organisations.invite': {
    input: (cell) => ({
      ...key(),
      organisationId: organisationOf(cell),
      email: `${newId()}@example.org`,
      role: 'member',
    }),
    then: leadsOnly,
  },
  'organisations.resendInvitation': {
    input: (cell) => ({ ...key(), organisationId: organisationOf(cell), invitationId: newId() }),
    then: leadsOnlyThenNotFound,
  },
  'organisations.withdrawInvitation': {
    input: (cell) => ({ organisationId: organisationOf(cell), invitationId: newId() }),
    then: leadsOnlyThenNotFound,
  },
  'organisations.findInvitation': { input: () => ({ token: 'an-unknown-link' }) },
  'organisations.acceptInvitation': {
    input: () => ({ token: 'an-unknown-link' }),
    always: professionalsOnly,
  },

  'organisationsAdmin.list': { input: () => ({}) },
  'organisationsAdmin.get': {
    input: (cell) => ({ organisationId: organisationOf(cell) }),
    then: whatExists,
  },
  'organisationsAdmin.create': { input: () => ({ ...key(), name: `New ${newId()}`, kind: 'service' }) },
  'organisationsAdmin.rename': {
    input: (cell) => ({ organisationId: organisationOf(cell), name: `New ${newId()}` }),
    then: whatExists,
  },
  'organisationsAdmin.close': {
    input: (cell) => ({ ...key(), organisationId: organisationOf(cell), reason }),
    then: whatExists,
  },
  'organisationsAdmin.appointLead': { input: memberOf, then: whatExists },
  'organisationsAdmin.decideRequest': {
    input: (cell) => ({ ...key(), ...memberOf(cell), decision: 'refuse' }),
    then: whatExists,
  },
  'organisationsAdmin.removeMember': { input: memberOf, then: whatExists },
  'organisationsAdmin.invite': {
    input: (cell) => ({
      ...key(),
      organisationId: organisationOf(cell),
      email: `${newId()}@example.org`,
      role: 'lead',
    }),
    then: whatExists,
  },
  'organisationsAdmin.resendInvitation': {
    input: (cell) => ({ ...key(), organisationId: organisationOf(cell), invitationId: newId() }),
    always: () => 'not-found',
  },
  'organisationsAdmin.withdrawInvitation': {
    input: (cell) => ({ organisationId: organisationOf(cell), invitationId: newId() }),
    always: () => 'not-found',
  },
  'organisationsAdmin.listProfessionals': { input: () => ({}) },
  'organisationsAdmin.getProfessional': { input: ofUser, then: whatExists },
  'organisationsAdmin.decideVerification': {
    input: (cell) => ({
      ...key(),
      ...ofUser(cell),
      basedOn: null,
      decision: 'verified',
      evidence: 'HCPC register PYL01234',
      reason,
    }),
    then: whatExists,
  },
  'organisationsAdmin.unverify': {
    input: (cell) => ({ ...key(), userIds: [ofUser(cell).userId], reason }),
    then: whatExists,
  },
  'organisationsAdmin.inviteExpert': {
    input: (cell) => ({
      ...key(),
      ...ofChild(cell),
      email: `${newId()}@example.org`,
      task: 'Advice on speech',
      accessEndsAt: inAMonth(cell),
      reason,
    }),
    then: whatExists,
  },
  'organisationsAdmin.listExperts': { input: () => ({}) },
  'organisationsAdmin.withdrawExpert': {
    input: () => ({ invitationId: newId(), reason }),
    always: () => 'not-found',
  },
}

/** Professionals see the shared child because they work with it: only while they are verified. */
export function maySeeShared(caller: Caller): boolean {
  return isPortalCaller(caller) && caller.kind !== 'professionalUnverified'
}

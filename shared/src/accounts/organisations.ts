import { z } from 'zod'

/**
 * A professional belongs to organisations; the organisation, never one of its people, owns the caseload. Somebody
 * asks to join (`asked`) until a lead of the organisation or the authority accepts (`active`) or refuses
 * (`refused`); an invitation or the authority makes them `active` at once. They may take the request back, leave,
 * or be removed (`left`): what they sent and whom they worked with stays with the organisation, and their own view
 * of its children ends. Refused and left are no bar: both may ask again. An organisation with members keeps a lead:
 * the last one hands over before going or stepping down. The authority is not bound by that, and looks after an
 * organisation without a lead itself.
 */
export const membershipStates = ['asked', 'active', 'refused', 'left'] as const
export type MembershipState = (typeof membershipStates)[number]
export type MembershipAction =
  'ask' | 'takeBack' | 'decide' | 'join' | 'leave' | 'remove' | 'changeRole' | 'appointLead'
/** `self` is the professional, `holder` whoever holds an invitation, `lead` a lead of the same organisation. */
export type MembershipActor = 'self' | 'holder' | 'lead' | 'authority'

/** State → what may be done, and by whom; `none` is somebody who never had to do with the organisation. */
export const membershipLifecycle = {
  none: { ask: ['self'], join: ['holder'], appointLead: ['authority'] },
  asked: {
    takeBack: ['self'],
    decide: ['lead', 'authority'],
    join: ['holder'],
    appointLead: ['authority'],
  },
  active: {
    leave: ['self'],
    remove: ['lead', 'authority'],
    changeRole: ['lead', 'authority'],
    appointLead: ['authority'],
  },
  refused: { ask: ['self'], join: ['holder'], appointLead: ['authority'] },
  left: { ask: ['self'], join: ['holder'], appointLead: ['authority'] },
} as const satisfies Record<
  MembershipState | 'none',
  Partial<Record<MembershipAction, readonly MembershipActor[]>>
>

/** Whether somebody may do something to a membership in this state. */
export function canInMembership(
  state: MembershipState | 'none',
  action: MembershipAction,
  who: MembershipActor,
): boolean {
  const actions: Partial<Record<MembershipAction, readonly MembershipActor[]>> = membershipLifecycle[state]
  return actions[action]?.includes(who) ?? false
}

/** Whether an organisation would be left without a lead, while others still belong to it, if this member went. */
export function isLastLead(
  members: readonly { userId: string; role: MemberRole }[],
  userId: string,
): boolean {
  const others = members.filter((member) => member.userId !== userId)
  const leads = members.some((member) => member.userId === userId && member.role === 'lead')
  return leads && others.length > 0 && others.every(({ role }) => role !== 'lead')
}

export const organisationKinds = ['school', 'nhs', 'socialCare', 'service'] as const
export const OrganisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const MemberRole = z.enum(['member', 'lead'])
export type MemberRole = z.infer<typeof MemberRole>

/** The unique reference number of a school in England: six digits. */
export const Urn = z.string().regex(/^[0-9]{6}$/)
export type Urn = z.infer<typeof Urn>

/** Days in which an invitation by e-mail can be accepted, once. */
export const invitationDays = 14

export const InvitationState = z.enum(['open', 'used', 'withdrawn', 'expired'])
export type InvitationState = z.infer<typeof InvitationState>

/** Whether an invitation can be accepted at a moment, or why not; times in ISO 8601. */
export function invitationState(
  invitation: { usedAt: string | null; withdrawnAt: string | null; expiresAt: string },
  now: string,
): InvitationState {
  if (invitation.usedAt) return 'used'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

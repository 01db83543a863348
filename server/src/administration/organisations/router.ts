import { MemberRole, OrganisationKind, Urn } from '@send/shared/accounts/organisations'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { decideRequest } from '../../accounts/organisations/decide-request.ts'
import { removeMember } from '../../accounts/organisations/end-membership.ts'
import { inviteMember, resendInvitation, withdrawInvitation } from '../../accounts/organisations/invite.ts'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { getOrganisation } from './get-organisation.ts'
import { inviteExpert, withdrawExpert } from './invite-expert.ts'
import {
  appointLead,
  closeOrganisation,
  createOrganisation,
  renameOrganisation,
} from './keep-organisation.ts'
import { ExpertFilter, listExperts } from './list-experts.ts'
import { listOrganisations, OrganisationFilter } from './list-organisations.ts'
import { listProfessionals, ProfessionalFilter } from './list-professionals.ts'
import { decideVerification, getProfessional, unverifyProfessionals } from './verify-professional.ts'

/** Why, in the officer's words: it stands in the audit trail for years. */
const Reason = StorableText.trim().min(3).max(500)
const Evidence = StorableText.trim().min(3).max(1000)
const Name = StorableText.trim().min(2).max(200)
const Email = z.email().max(254)
const Moment = z.iso.datetime().transform((text) => new Date(text))
const Invitation = z.strictObject({ organisationId: Id, invitationId: Id })
const Member = z.strictObject({ organisationId: Id, userId: Id, reason: Reason })

/** The authority's side of organisations: keeping them, verifying professionals, and inviting outside experts. */
export const organisationsAdminRouter = router({
  list: staffProcedure('portalAdministration', 'read')
    .input(OrganisationFilter)
    .query(({ ctx, input }) => listOrganisations(ctx, input)),

  get: staffProcedure('portalAdministration', 'read')
    .input(z.strictObject({ organisationId: Id }))
    .query(({ ctx, input }) => getOrganisation(ctx, input.organisationId)),

  create: staffProcedure('portalAdministration')
    .input(z.strictObject({ idempotencyKey: Id, name: Name, kind: OrganisationKind, urn: Urn.optional() }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.create', input, () =>
        createOrganisation(ctx, input),
      ),
    ),

  rename: staffProcedure('portalAdministration')
    .input(z.strictObject({ organisationId: Id, name: Name, urn: Urn.optional() }))
    .mutation(({ ctx, input }) => renameOrganisation(ctx, input)),

  close: staffProcedure('portalAdministration')
    .input(z.strictObject({ idempotencyKey: Id, organisationId: Id, reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.close', input, () =>
        closeOrganisation(ctx, input),
      ),
    ),

  appointLead: staffProcedure('portalAdministration')
    .input(Member)
    .mutation(({ ctx, input }) => appointLead(ctx, input)),

  decideRequest: staffProcedure('portalAdministration')
    .input(Member.extend({ idempotencyKey: Id, decision: z.enum(['accept', 'refuse']) }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.decideRequest', input, () =>
        decideRequest(ctx, 'authority', input),
      ),
    ),

  removeMember: staffProcedure('portalAdministration')
    .input(Member)
    .mutation(({ ctx, input }) => removeMember(ctx, 'authority', input)),

  invite: staffProcedure('portalAdministration')
    .input(z.strictObject({ idempotencyKey: Id, organisationId: Id, email: Email, role: MemberRole }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.invite', input, () =>
        inviteMember(ctx, 'authority', input),
      ),
    ),

  resendInvitation: staffProcedure('portalAdministration')
    .input(Invitation.extend({ idempotencyKey: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.resendInvitation', input, () =>
        resendInvitation(ctx, 'authority', input),
      ),
    ),

  withdrawInvitation: staffProcedure('portalAdministration')
    .input(Invitation)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx, 'authority', input)),

  listProfessionals: staffProcedure('verifyProfessionals')
    .input(ProfessionalFilter)
    .query(({ ctx, input }) => listProfessionals(ctx, input)),

  getProfessional: staffProcedure('verifyProfessionals')
    .input(z.strictObject({ userId: Id }))
    .query(({ ctx, input }) => getProfessional(ctx, input.userId)),

  decideVerification: staffProcedure('verifyProfessionals')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        userId: Id,
        basedOn: Id.nullable(),
        decision: z.enum(['verified', 'refused', 'withdrawn']),
        evidence: Evidence,
        reason: Reason,
        expiresAt: Moment.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.decideVerification', input, () =>
        decideVerification(ctx, input),
      ),
    ),

  unverify: staffProcedure('verifyProfessionals')
    .input(z.strictObject({ idempotencyKey: Id, userIds: z.array(Id).min(1).max(500), reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.unverify', input, () =>
        unverifyProfessionals(ctx, input),
      ),
    ),

  inviteExpert: staffProcedure('share')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        email: Email,
        personId: Id,
        task: StorableText.trim().min(3).max(1000),
        accessEndsAt: Moment,
        reason: Reason,
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisationsAdmin.inviteExpert', input, () =>
        inviteExpert(ctx, input),
      ),
    ),

  listExperts: staffProcedure('share')
    .input(ExpertFilter)
    .query(({ ctx, input }) => listExperts(ctx, input)),

  withdrawExpert: staffProcedure('share')
    .input(z.strictObject({ invitationId: Id, reason: Reason }))
    .mutation(({ ctx, input }) => withdrawExpert(ctx, input)),
})

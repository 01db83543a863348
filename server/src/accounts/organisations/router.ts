import { MemberRole } from '@send/shared/accounts/organisations'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { notAllowed } from '../../errors.ts'
import { publicProcedure, router, twoStepVerifiedProcedure } from '../../trpc.ts'
import { requireTile } from '../portal-faces/require-tile.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { askToJoin, takeBackRequest } from './ask-to-join.ts'
import { changeRole } from './change-role.ts'
import { decideRequest } from './decide-request.ts'
import { leaveOrganisation, removeMember } from './end-membership.ts'
import { findInvitation } from './find-invitation.ts'
import { inviteMember, resendInvitation, withdrawInvitation } from './invite.ts'
import { listMembers } from './list-members.ts'
import { myOrganisations } from './my-organisations.ts'
import { searchOrganisations } from './search-organisations.ts'

const Organisation = z.strictObject({ organisationId: Id })
const Member = z.strictObject({ organisationId: Id, userId: Id })
const Invitation = z.strictObject({ organisationId: Id, invitationId: Id })
const Reason = StorableText.trim().min(3).max(500)
const Token = z.string().min(1).max(128)

/** Families and staff have no organisations; they learn that first, whatever they ask. */
const professionalProcedure = twoStepVerifiedProcedure.use(({ ctx, next }) => {
  if (ctx.actor.kind !== 'professional') throw notAllowed()
  return next()
})

/** Professionals and their organisations: joining, leaving, and what leads do. */
export const organisationsRouter = router({
  mine: professionalProcedure.input(z.strictObject({}).optional()).query(({ ctx }) => myOrganisations(ctx)),

  search: professionalProcedure
    .input(z.strictObject({ text: StorableText.trim().min(2).max(200) }))
    .query(async ({ ctx, input }) => {
      await requireTile(ctx, 'joinOrganisation')
      return searchOrganisations(ctx, input.text)
    }),

  ask: professionalProcedure
    .input(z.strictObject({ idempotencyKey: Id, organisationId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisations.ask', input, async () => {
        await requireTile(ctx, 'joinOrganisation')
        return askToJoin(ctx, input.organisationId)
      }),
    ),

  takeBackRequest: professionalProcedure
    .input(Organisation)
    .mutation(({ ctx, input }) => takeBackRequest(ctx, input.organisationId)),

  leave: professionalProcedure
    .input(z.strictObject({ idempotencyKey: Id, organisationId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisations.leave', input, () =>
        leaveOrganisation(ctx, input.organisationId),
      ),
    ),

  listMembers: professionalProcedure
    .input(Organisation)
    .query(({ ctx, input }) => listMembers(ctx, input.organisationId)),

  decideRequest: professionalProcedure
    .input(
      z.discriminatedUnion('decision', [
        Member.extend({ idempotencyKey: Id, decision: z.literal('accept') }),
        Member.extend({ idempotencyKey: Id, decision: z.literal('refuse'), reason: Reason }),
      ]),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisations.decideRequest', input, () =>
        decideRequest(ctx, 'lead', input),
      ),
    ),

  changeRole: professionalProcedure
    .input(Member.extend({ role: MemberRole }))
    .mutation(({ ctx, input }) => changeRole(ctx, input)),

  remove: professionalProcedure
    .input(Member.extend({ reason: Reason }))
    .mutation(({ ctx, input }) => removeMember(ctx, 'lead', input)),

  invite: professionalProcedure
    .input(
      z.strictObject({ idempotencyKey: Id, organisationId: Id, email: z.email().max(254), role: MemberRole }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisations.invite', input, () =>
        inviteMember(ctx, 'lead', input),
      ),
    ),

  resendInvitation: professionalProcedure
    .input(Invitation.extend({ idempotencyKey: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'organisations.resendInvitation', input, () =>
        resendInvitation(ctx, 'lead', input),
      ),
    ),

  withdrawInvitation: professionalProcedure
    .input(Invitation)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx, 'lead', input)),

  findInvitation: publicProcedure
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }) => findInvitation(ctx, input.token)),

  acceptInvitation: professionalProcedure
    .input(z.strictObject({ token: Token }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input.token)),
})

import { AccessRelation, ChildScope } from '@send/shared/accounts/child-access'
import { Reason } from '@send/shared/audit/reason'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { decideClaim } from '../../accounts/child-access/decide-claim.ts'
import { endChildAccess } from '../../accounts/child-access/end-child-access.ts'
import { grantChildAccess } from '../../accounts/child-access/grant-child-access.ts'
import { grantThroughOrganisation } from '../../accounts/organisations/grant-through.ts'
import { onceOnly } from '../../database/idempotency.ts'
import { notFound } from '../../errors.ts'
import { holdPerson } from '../../people/find-person.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { decideComingOfAge } from './decide-coming-of-age.ts'
import { getPortalUser, listClaims } from './get-portal-user.ts'
import { listActiveAccess } from './list-active-access.ts'
import { listComingOfAge } from './list-coming-of-age.ts'
import { listPortalUsers, PortalUserFilter } from './list-portal-users.ts'
import { setPortalUserDisabled } from './set-portal-user-disabled.ts'
import { viewAs } from './view-as.ts'

const Nothing = z.strictObject({}).optional()
const Scopes = z.array(ChildScope).min(1).max(4)
const EndsAt = z.iso.datetime().transform((text) => new Date(text))

export const portalUsersRouter = router({
  list: staffProcedure('portalAdministration', 'read')
    .input(PortalUserFilter)
    .query(({ ctx, input }) => listPortalUsers(ctx, input)),

  get: staffProcedure('share')
    .input(z.strictObject({ userId: Id }))
    .query(({ ctx, input }) => getPortalUser(ctx, input.userId)),

  setDisabled: staffProcedure('portalAdministration')
    .input(z.strictObject({ userId: Id, disabled: z.boolean(), reason: Reason }))
    .mutation(({ ctx, input }) => setPortalUserDisabled(ctx, input)),

  authenticate: staffProcedure('share')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        userId: Id,
        personId: Id,
        relation: AccessRelation,
        scopes: Scopes,
        reason: Reason,
        endsAt: EndsAt.optional(),
        /** Through which of their organisations; without it as themselves. */
        organisationId: Id.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'portalUsers.authenticate', input, async () => {
        if (!(await holdPerson(ctx, input.personId))) throw notFound()
        const { idempotencyKey: _, organisationId, ...given } = input
        const access = { ...given, source: 'officer' as const }
        return organisationId === undefined
          ? grantChildAccess(ctx, access)
          : grantThroughOrganisation(ctx, { ...access, organisationId })
      }),
    ),

  endAccess: staffProcedure('share')
    .input(z.strictObject({ childAccessIds: z.array(Id).min(1).max(500), reason: Reason }))
    .mutation(({ ctx, input }) => endChildAccess(ctx, input)),

  listClaims: staffProcedure('share')
    .input(Nothing)
    .query(({ ctx }) => listClaims(ctx)),

  decideClaim: staffProcedure('share')
    .input(
      z.discriminatedUnion('decision', [
        z.strictObject({
          idempotencyKey: Id,
          claimId: Id,
          decision: z.literal('accept'),
          personId: Id,
          scopes: Scopes,
          reason: Reason,
          endsAt: EndsAt.optional(),
        }),
        z.strictObject({ idempotencyKey: Id, claimId: Id, decision: z.literal('refuse'), reason: Reason }),
      ]),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'portalUsers.decideClaim', input, async () => {
        if (input.decision === 'accept' && !(await holdPerson(ctx, input.personId))) throw notFound()
        return decideClaim(ctx, input)
      }),
    ),

  viewAs: staffProcedure('share')
    .input(z.strictObject({ userId: Id, reason: Reason }))
    .query(({ ctx, input }) => viewAs(ctx, input)),

  listComingOfAge: staffProcedure('share')
    .input(Nothing)
    .query(({ ctx }) => listComingOfAge(ctx)),

  listActiveAccess: staffProcedure('share')
    .input(z.strictObject({ userIds: z.array(Id).min(1).max(100) }))
    .query(({ ctx, input }) => listActiveAccess(ctx, input.userIds)),

  decideComingOfAge: staffProcedure('share')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        childAccessId: Id,
        decision: z.enum(['continue', 'end']),
        reason: Reason,
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'portalUsers.decideComingOfAge', input, () =>
        decideComingOfAge(ctx, input),
      ),
    ),
})

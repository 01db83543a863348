import { Grant } from '@send/shared/accounts/business-processes'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../database/idempotency.ts'
import { router, staffProcedure } from '../trpc.ts'
import { changeGroup } from './change-group.ts'
import { changeMemberships } from './change-memberships.ts'
import { changeSeat } from './change-seat.ts'
import { changeUser } from './change-user.ts'
import { createGroup } from './create-group.ts'
import { createSeat } from './create-seat.ts'
import { createUser } from './create-user.ts'
import { deleteGroup } from './delete-group.ts'
import { deleteSeat } from './delete-seat.ts'
import { issueCode } from './issue-code.ts'
import { listGroups } from './list-groups.ts'
import { listSeats } from './list-seats.ts'
import { listUsers } from './list-users.ts'
import { seatKinds } from './seats.ts'
import { setUserDisabled } from './set-user-disabled.ts'

const looking = staffProcedure('userAdministration', 'read')
const changing = staffProcedure('userAdministration')

const Nothing = z.strictObject({}).optional()
const Name = z.string().trim().min(1).max(200)
const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase())
/** Why, in the administrator's words; empty where nobody gets more rights. */
const Reason = z.string().trim().max(500)
const Ids = z.array(Id).max(500)
const idempotencyKey = Id
const memberships = { groupIds: Ids, postIds: Ids, teamIds: Ids }
const Memberships = z.strictObject(memberships)
const Naming = z.strictObject({ name: Name, email: Email })
const Group = z.strictObject({ name: Name, processes: z.array(Grant).max(50) })
const Kind = z.enum(seatKinds)
const Seat = z.strictObject({ name: Name, userIds: Ids })

export const administrationRouter = router({
  listUsers: looking.input(Nothing).query(({ ctx }) => listUsers(ctx)),

  createUser: changing
    .input(z.strictObject({ idempotencyKey, name: Name, email: Email, ...memberships, reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.createUser', input, () => createUser(ctx, input)),
    ),

  issueStartingCode: changing
    .input(z.strictObject({ userId: Id, reason: Reason }))
    .mutation(({ ctx, input }) => issueCode(ctx, input)),

  changeUser: changing
    .input(z.strictObject({ idempotencyKey, userId: Id, before: Naming, after: Naming }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.changeUser', input, () => changeUser(ctx, input)),
    ),

  setUserDisabled: changing
    .input(z.strictObject({ idempotencyKey, userId: Id, disabled: z.boolean(), reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.setUserDisabled', input, () =>
        setUserDisabled(ctx, input),
      ),
    ),

  changeMemberships: changing
    .input(
      z.strictObject({ idempotencyKey, userId: Id, before: Memberships, after: Memberships, reason: Reason }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.changeMemberships', input, () =>
        changeMemberships(ctx, input),
      ),
    ),

  listGroups: looking.input(Nothing).query(({ ctx }) => listGroups(ctx)),

  createGroup: changing
    .input(Group.extend({ idempotencyKey }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.createGroup', input, () => createGroup(ctx, input)),
    ),

  changeGroup: changing
    .input(z.strictObject({ idempotencyKey, groupId: Id, before: Group, after: Group, reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.changeGroup', input, () => changeGroup(ctx, input)),
    ),

  deleteGroup: changing
    .input(z.strictObject({ idempotencyKey, groupId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.deleteGroup', input, () =>
        deleteGroup(ctx, input.groupId),
      ),
    ),

  listSeats: looking.input(Nothing).query(({ ctx }) => listSeats(ctx)),

  createSeat: changing
    .input(z.strictObject({ idempotencyKey, kind: Kind, name: Name }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.createSeat', input, () => createSeat(ctx, input)),
    ),

  changeSeat: changing
    .input(
      z.strictObject({ idempotencyKey, kind: Kind, seatId: Id, before: Seat, after: Seat, reason: Reason }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.changeSeat', input, () => changeSeat(ctx, input)),
    ),

  deleteSeat: changing
    .input(z.strictObject({ idempotencyKey, kind: Kind, seatId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'administration.deleteSeat', input, () => deleteSeat(ctx, input)),
    ),
})

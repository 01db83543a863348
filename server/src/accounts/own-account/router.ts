import { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { Language } from '@send/shared/texts/language'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { router, twoStepVerifiedProcedure } from '../../trpc.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { closeOwnAccount } from './close-own-account.ts'
import { confirmEmailChange, findEmailChange } from './confirm-email-change.ts'
import { getOwnAccount } from './get-own-account.ts'
import { endOwnOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts'
import { requestEmailChange } from './request-email-change.ts'
import { setOwnDetails } from './set-own-details.ts'

const Nothing = z.strictObject({}).optional()
const Password = z.string().min(1).max(512)
const Token = z.string().min(1).max(128)
const Line = StorableText.trim().min(1).max(200)

export const ownAccountRouter = router({
  get: twoStepVerifiedProcedure.input(Nothing).query(({ ctx }) => getOwnAccount(ctx)),

  setDetails: twoStepVerifiedProcedure
    .input(
      z.strictObject({
        name: Line,
        phone: StorableText.trim().min(1).max(40).nullable(),
        jobTitle: Line.nullable(),
        /** Of citizens; once said it can be changed, not taken back. */
        citizenKind: CitizenKind.optional(),
        language: Language,
      }),
    )
    .mutation(({ ctx, input }) => setOwnDetails(ctx, input)),

  changePassword: twoStepVerifiedProcedure
    .input(z.strictObject({ oldPassword: Password, newPassword: Password }))
    .mutation(({ ctx, input }) => changeOwnPassword(ctx, input)),

  requestEmailChange: twoStepVerifiedProcedure
    .input(z.strictObject({ email: z.email().max(254) }))
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),

  findEmailChange: twoStepVerifiedProcedure
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }) => findEmailChange(ctx, input.token)),

  confirmEmailChange: twoStepVerifiedProcedure
    .input(z.strictObject({ token: Token }))
    .mutation(({ ctx, input }) => confirmEmailChange(ctx, input.token)),

  listSessions: twoStepVerifiedProcedure.input(Nothing).query(({ ctx }) => listOwnSessions(ctx)),

  endSession: twoStepVerifiedProcedure
    .input(z.strictObject({ sessionId: Id }))
    .mutation(({ ctx, input }) => endOwnSession(ctx, input.sessionId)),

  endOtherSessions: twoStepVerifiedProcedure.input(Nothing).mutation(({ ctx }) => endOwnOtherSessions(ctx)),

  close: twoStepVerifiedProcedure.input(Nothing).mutation(({ ctx }) => closeOwnAccount(ctx)),
})

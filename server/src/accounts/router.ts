import { z } from 'zod'
import { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { PasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import { Language } from '@send/shared/texts/language'
import { StorableText } from '@send/shared/values/storable-text'
import {
  publicPasswordProcedure,
  publicProcedure,
  registeredProcedure,
  router,
  staffProcedure,
  twoStepVerifiedProcedure,
} from '../trpc.ts'
import { completeRegistration } from './complete-registration.ts'
import { findRegistration } from './find-registration.ts'
import { listAccessSubjects } from './list-access-subjects.ts'
import { requestPasswordReset } from './password-resets/request-password-reset.ts'
import { findPasswordReset, resetPassword } from './password-resets/reset-password.ts'
import { reauthenticate } from './recent-password.ts'
import { register } from './register.ts'
import { sendEmailCode } from './second-steps/email-code.ts'
import { SixDigits } from './second-steps/six-digits.ts'
import { beginTotp } from './second-steps/totp.ts'
import { verifySecondStep } from './second-steps/verify-second-step.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { acceptStartingCode } from './starting-code.ts'

const Nothing = z.strictObject({}).optional()
const Email = z.email().max(254)
/** Long enough for every good password, short enough to hash without harm. */
const Password = z.string().min(1).max(512)
const Token = z.string().min(1).max(128)
const RecoveryCode = z.string().trim().min(1).max(60)
const SecondStepAnswer = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['totp', 'emailCode']), code: SixDigits }),
  z.strictObject({ method: z.literal('recoveryCode'), code: RecoveryCode }),
  z.strictObject({ method: z.literal('passkey'), response: PasskeyAnswer }),
])

export const accountsRouter = router({
  signIn: publicPasswordProcedure
    .input(z.strictObject({ email: Email, password: Password, ticket: z.string().max(2000).optional() }))
    .mutation(({ ctx, input }) => signIn(ctx, input)),

  register: publicProcedure
    .input(z.strictObject({ email: Email, language: Language }))
    .mutation(({ ctx, input }) => register(ctx, input)),

  findRegistration: publicProcedure
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }) => findRegistration(ctx, input.token)),

  completeRegistration: publicPasswordProcedure
    .input(
      z.strictObject({
        token: Token,
        name: StorableText.trim().min(1).max(200),
        password: Password,
        noticeVersion: StorableText.min(1).max(50),
        /** Of professionals, in their own words. */
        jobTitle: StorableText.trim().min(1).max(200).optional(),
        /** Of citizens, who must say it. */
        citizenKind: CitizenKind.optional(),
      }),
    )
    .mutation(({ ctx, input }) => completeRegistration(ctx, input)),

  requestPasswordReset: publicProcedure
    .input(z.strictObject({ email: Email, language: Language }))
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input)),

  findPasswordReset: publicProcedure
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }) => findPasswordReset(ctx, input.token)),

  resetPassword: publicPasswordProcedure
    .input(z.strictObject({ token: Token, password: Password }))
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  acceptStartingCode: publicPasswordProcedure
    .input(z.strictObject({ email: Email, code: z.string().min(1).max(60), password: Password }))
    .mutation(({ ctx, input }) => acceptStartingCode(ctx, input)),

  beginTotp: registeredProcedure.input(Nothing).mutation(({ ctx }) => beginTotp(ctx)),

  sendEmailCode: registeredProcedure.input(Nothing).mutation(({ ctx }) => sendEmailCode(ctx)),

  verifySecondStep: registeredProcedure
    .input(SecondStepAnswer)
    .mutation(({ ctx, input }) => verifySecondStep(ctx, input)),

  reauthenticate: twoStepVerifiedProcedure
    .input(z.strictObject({ password: Password }))
    .mutation(({ ctx, input }) => reauthenticate(ctx, input.password)),

  me: registeredProcedure.input(Nothing).query(({ ctx: { actor } }) => ({
    userId: actor.userId,
    name: actor.name,
    email: actor.email,
    face: actor.face,
    secondStep: actor.secondStep,
    processes: actor.processes,
    expiresAt: actor.expiresAt.toISOString(),
  })),

  signOut: registeredProcedure.input(Nothing).mutation(({ ctx }) => signOut(ctx)),

  listAccessSubjects: staffProcedure('formBuilder', 'read')
    .input(Nothing)
    .query(({ ctx }) => listAccessSubjects(ctx)),
})

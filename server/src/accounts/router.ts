import { z } from 'zod'
import { Language } from '@send/shared/texts/language'
import { StorableText } from '@send/shared/values/storable-text'
import {
  publicPasswordProcedure,
  publicProcedure,
  registeredProcedure,
  router,
  staffProcedure,
} from '../trpc.ts'
import { completeRegistration } from './complete-registration.ts'
import { sendEmailCode } from './email-code.ts'
import { findRegistration } from './find-registration.ts'
import { listAccessSubjects } from './list-access-subjects.ts'
import { register } from './register.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { beginTotp } from './totp.ts'
import { verifySecondStep } from './verify-second-step.ts'

const Nothing = z.strictObject({}).optional()
const Email = z.email().max(254)
/** Long enough for every good password, short enough to hash without harm. */
const Password = z.string().min(1).max(512)
const Token = z.string().min(1).max(128)
const Code = z
  .string()
  .max(20)
  .transform((code) => code.replace(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/))

export const accountsRouter = router({
  signIn: publicPasswordProcedure
    .input(z.strictObject({ email: Email, password: Password }))
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
      }),
    )
    .mutation(({ ctx, input }) => completeRegistration(ctx, input)),

  beginTotp: registeredProcedure.input(Nothing).mutation(({ ctx }) => beginTotp(ctx)),

  sendEmailCode: registeredProcedure.input(Nothing).mutation(({ ctx }) => sendEmailCode(ctx)),

  verifySecondStep: registeredProcedure
    .input(z.strictObject({ method: z.enum(['totp', 'emailCode']), code: Code }))
    .mutation(({ ctx, input }) => verifySecondStep(ctx, input)),

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

  listAccessSubjects: staffProcedure('formBuilder')
    .input(Nothing)
    .query(({ ctx }) => listAccessSubjects(ctx)),
})

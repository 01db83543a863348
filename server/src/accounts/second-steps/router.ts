import { z } from 'zod'
import { NewPasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import { Reason } from '@send/shared/audit/reason'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { onceOnly } from '../../database/idempotency.ts'
import {
  publicProcedure,
  registeredProcedure,
  router,
  staffProcedure,
  twoStepVerifiedProcedure,
} from '../../trpc.ts'
import { requireRecentPassword } from '../recent-password.ts'
import { askRecovery, cancelRecovery } from './ask-recovery.ts'
import { confirmTotp, removeTotp } from './change-app.ts'
import { decideRecovery, resetSecondStep } from './decide-recovery.ts'
import { countRecoveries, listRecoveries } from './list-recoveries.ts'
import { getSecondStepPolicy, setSecondStepPolicy } from './method-policy.ts'
import { getOverview } from './overview.ts'
import { beginPasskeySignIn } from './passkeys/accept-passkey.ts'
import { removePasskey, renamePasskey } from './passkeys/change-passkey.ts'
import { beginPasskeyRegistration, registerPasskey } from './passkeys/register-passkey.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { SixDigits } from './six-digits.ts'
import { getOwnStanding } from './standing.ts'

const Nothing = z.strictObject({}).optional()
const Methods = z.array(SecondStepMethod).min(1).max(4)
const PasskeyName = StorableText.trim().min(1).max(60)
const idempotencyKey = z.uuid()

/** What changes a second step needs the password again. */
const guardedProcedure = twoStepVerifiedProcedure.use(({ ctx, next }) => {
  requireRecentPassword(ctx)
  return next()
})

export const secondStepsRouter = router({
  mine: registeredProcedure.input(Nothing).query(({ ctx }) => getOwnStanding(ctx)),

  beginPasskeySignIn: registeredProcedure.input(Nothing).mutation(({ ctx }) => beginPasskeySignIn(ctx)),

  askRecovery: registeredProcedure.input(Nothing).mutation(({ ctx }) => askRecovery(ctx)),

  cancelRecovery: publicProcedure
    .input(z.strictObject({ token: z.string().regex(/^[0-9a-f-]{36}\.[0-9a-f]{64}$/) }))
    .mutation(({ ctx, input }) => cancelRecovery(ctx, input.token)),

  overview: twoStepVerifiedProcedure.input(Nothing).query(({ ctx }) => getOverview(ctx)),

  makeRecoveryCodes: guardedProcedure.input(Nothing).mutation(({ ctx }) => makeRecoveryCodes(ctx)),

  confirmTotp: guardedProcedure
    .input(z.strictObject({ code: SixDigits }))
    .mutation(({ ctx, input }) => confirmTotp(ctx, input.code)),

  removeTotp: guardedProcedure.input(Nothing).mutation(({ ctx }) => removeTotp(ctx)),

  beginPasskeyRegistration: guardedProcedure
    .input(Nothing)
    .mutation(({ ctx }) => beginPasskeyRegistration(ctx)),

  registerPasskey: guardedProcedure
    .input(z.strictObject({ response: NewPasskeyAnswer, name: PasskeyName }))
    .mutation(({ ctx, input }) => registerPasskey(ctx, input)),

  renamePasskey: guardedProcedure
    .input(z.strictObject({ passkeyId: Id, name: PasskeyName }))
    .mutation(({ ctx, input }) => renamePasskey(ctx, input)),

  removePasskey: guardedProcedure
    .input(z.strictObject({ passkeyId: Id }))
    .mutation(({ ctx, input }) => removePasskey(ctx, input.passkeyId)),

  getPolicy: staffProcedure('portalAdministration', 'read')
    .input(Nothing)
    .query(({ ctx }) => getSecondStepPolicy(ctx)),

  setPolicy: staffProcedure('portalAdministration')
    .input(
      z.strictObject({
        kind: z.enum(['citizen', 'professional']),
        before: Methods,
        methods: Methods,
      }),
    )
    .mutation(({ ctx, input }) => setSecondStepPolicy(ctx, input)),

  listRecoveries: staffProcedure('userAdministration', 'read')
    .input(Nothing)
    .query(({ ctx }) => listRecoveries(ctx)),

  countRecoveries: staffProcedure('userAdministration', 'read')
    .input(Nothing)
    .query(({ ctx }) => countRecoveries(ctx)),

  decideRecovery: staffProcedure('userAdministration')
    .input(
      z.strictObject({
        idempotencyKey,
        recoveryId: Id,
        decision: z.enum(['approve', 'refuse']),
        reason: Reason,
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'secondSteps.decideRecovery', input, () =>
        decideRecovery(ctx, input),
      ),
    ),

  reset: staffProcedure('userAdministration')
    .input(z.strictObject({ idempotencyKey, userId: Id, reason: Reason }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'secondSteps.reset', input, () => resetSecondStep(ctx, input)),
    ),
})

import { Reason } from '@send/shared/audit/reason'
import { CaseloadView, CaseState } from '@send/shared/involvements/caseload'
import { Language } from '@send/shared/texts/language'
import { Id } from '@send/shared/values/ids'
import { PlainDate } from '@send/shared/values/plain-date'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { requireTile } from '../../accounts/portal-faces/require-tile.ts'
import { onceOnly } from '../../database/idempotency.ts'
import { notAllowed } from '../../errors.ts'
import { router, staffProcedure, twoStepVerifiedProcedure } from '../../trpc.ts'
import { listCaseload, setHidden } from './caseload.ts'
import { answerNotKnown } from './answer-not-known.ts'
import { beginAdvice } from './begin-advice.ts'
import { exportOwnAdvice } from './export-own-advice.ts'
import { handOver, takeBack } from './hand-over.ts'
import { listAdviceOfPerson } from './list-of-person.ts'
import { listAdviceForms, listRecipients } from './list-recipients.ts'
import { getMyAdvice, listMyAdvice } from './my-advice.ts'
import { sendAdviceRequest } from './send-advice-request.ts'
import { withdrawAdviceRequest } from './withdraw-advice-request.ts'

const Nothing = z.strictObject({}).optional()
const Request = z.strictObject({ adviceRequestId: Id })
const Repeatable = Request.extend({ idempotencyKey: Id })

/** Families and staff are asked for no advice; they learn that first, whatever they ask. */
const professionalProcedure = twoStepVerifiedProcedure.use(({ ctx, next }) => {
  if (ctx.actor.kind !== 'professional') throw notAllowed()
  return next()
})

/** Requests for advice: what officers ask of organisations, and how these answer. */
export const adviceRouter = router({
  listRecipients: staffProcedure('share')
    .input(z.strictObject({ text: StorableText.trim().min(2).max(200) }))
    .query(({ ctx, input }) => listRecipients(ctx, input.text)),

  listForms: staffProcedure('share')
    .input(Nothing)
    .query(({ ctx }) => listAdviceForms(ctx)),

  listOfPerson: staffProcedure('people', 'read')
    .input(z.strictObject({ personId: Id }))
    .query(({ ctx, input }) => listAdviceOfPerson(ctx, input.personId)),

  send: staffProcedure('share')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        personId: Id,
        organisationId: Id,
        namedUserId: Id.optional(),
        formId: Id,
        dueOn: PlainDate,
        note: StorableText.trim().max(1000).optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'advice.send', input, () => sendAdviceRequest(ctx, input)),
    ),

  withdraw: staffProcedure('share')
    .input(Repeatable.extend({ reason: Reason, knowsOfDraft: z.boolean() }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'advice.withdraw', input, () => withdrawAdviceRequest(ctx, input)),
    ),

  listMine: professionalProcedure.input(Nothing).query(({ ctx }) => listMyAdvice(ctx)),

  get: professionalProcedure
    .input(Request)
    .query(({ ctx, input }) => getMyAdvice(ctx, input.adviceRequestId)),

  exportMine: professionalProcedure
    .input(z.strictObject({ language: Language.default('en') }))
    .mutation(({ ctx, input }) => exportOwnAdvice(ctx, input.language)),

  listCaseload: professionalProcedure
    .input(
      z.strictObject({
        view: CaseloadView,
        text: StorableText.trim().max(200).default(''),
        state: CaseState.optional(),
      }),
    )
    .query(async ({ ctx, input }) => {
      await requireTile(ctx, 'caseload')
      return listCaseload(ctx, input)
    }),

  setHidden: professionalProcedure
    .input(z.strictObject({ personId: Id, hidden: z.boolean() }))
    .mutation(({ ctx, input }) => setHidden(ctx, input)),

  begin: professionalProcedure
    .input(Repeatable)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'advice.begin', input, () =>
        beginAdvice(ctx, input.adviceRequestId),
      ),
    ),

  answerNotKnown: professionalProcedure
    .input(Repeatable.extend({ whatChecked: StorableText.trim().min(3).max(4000) }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'advice.answerNotKnown', input, () => answerNotKnown(ctx, input)),
    ),

  handOver: professionalProcedure
    .input(Repeatable.extend({ userId: Id }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'advice.handOver', input, () => handOver(ctx, input)),
    ),

  takeBack: professionalProcedure
    .input(Repeatable)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'advice.takeBack', input, () =>
        takeBack(ctx, input.adviceRequestId),
      ),
    ),
})

import { AnswerText } from '@send/shared/suspense/sender-question'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, twoStepVerifiedProcedure } from '../../trpc.ts'
import { answerQuestion } from './answer-question.ts'
import { exportOwnQuestions } from './export-own-questions.ts'
import { getOwnQuestions, listOwnTasks } from './own-questions.ts'

/** What senders are asked about their forms, and what they answer. */
export const senderQuestionsRouter = router({
  listMine: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listOwnTasks(ctx)),

  getMine: twoStepVerifiedProcedure
    .input(z.strictObject({ submissionId: Id }))
    .query(({ ctx, input }) => getOwnQuestions(ctx, input)),

  answer: twoStepVerifiedProcedure
    .input(z.strictObject({ idempotencyKey: Id, questionId: Id, answer: AnswerText }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'senderQuestions.answer', input, () => answerQuestion(ctx, input)),
    ),

  exportMine: twoStepVerifiedProcedure
    .input(z.strictObject({}).optional())
    .mutation(({ ctx }) => exportOwnQuestions(ctx)),
})

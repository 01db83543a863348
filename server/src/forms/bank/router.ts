import { ExternalCode } from '@send/shared/forms/bank/bank-question'
import { BankCode, BankRevisionNumber } from '@send/shared/forms/bank/bank-tie'
import { Question, questionTypes } from '@send/shared/forms/questions/question-types'
import { Id } from '@send/shared/values/ids'
import { StorableText } from '@send/shared/values/storable-text'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { staffProcedure } from '../../trpc.ts'
import { findKnownQuestions } from './find-known-questions.ts'
import { getBankQuestion } from './get-bank-question.ts'
import { listBankQuestions } from './list-bank-questions.ts'
import { retireBankQuestion } from './retire-bank-question.ts'
import { saveBankQuestion } from './save-bank-question.ts'

const Filter = z.strictObject({
  text: StorableText.trim().max(100).default(''),
  type: z.enum(questionTypes).optional(),
  show: z.enum(['current', 'retired', 'all']).default('current'),
})
const Ties = z.strictObject({
  ties: z.array(z.strictObject({ questionId: Id, revision: BankRevisionNumber })).max(1000),
})
const Changed = z.strictObject({
  idempotencyKey: Id,
  questionId: Id,
  baseRowVersion: z.int().min(1).nullable(),
  code: BankCode,
  externalCode: ExternalCode.min(1).nullable(),
  content: Question,
})

/** The question bank; a part of the procedures of forms. */
export const bankProcedures = {
  listBankQuestions: staffProcedure('formBuilder', 'read')
    .input(Filter)
    .query(({ ctx, input }) => listBankQuestions(ctx, input)),

  getBankQuestion: staffProcedure('formBuilder', 'read')
    .input(z.strictObject({ questionId: Id }))
    .query(({ ctx, input }) => getBankQuestion(ctx, input.questionId)),

  findBankRevisions: staffProcedure('formBuilder', 'read')
    .input(Ties)
    .query(({ ctx, input }) => findKnownQuestions(ctx, input.ties)),

  saveBankQuestion: staffProcedure('formBuilder')
    .input(Changed)
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'forms.saveBankQuestion', input, () =>
        saveBankQuestion(ctx, input),
      ),
    ),

  retireBankQuestion: staffProcedure('formBuilder')
    .input(z.strictObject({ questionId: Id, retired: z.boolean() }))
    .mutation(({ ctx, input }) => retireBankQuestion(ctx, input.questionId, input.retired)),
}

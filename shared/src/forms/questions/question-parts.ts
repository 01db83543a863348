import { z } from 'zod'
import { Text } from '../../texts/language.ts'
import type { Language } from '../../texts/language.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import { Id, QuestionId } from '../../values/ids.ts'
import { BankTie } from '../bank/bank-tie.ts'
import { Condition } from '../conditions/condition.ts'
import { PersonFact } from '../conditions/operand.ts'
import { FormCode } from '../form-code.ts'

/** A rule that an answered question must keep, and what is said when it does not. */
export const ValidationRule = z.strictObject({ id: Id, must: Condition, message: Text })
export type ValidationRule = z.infer<typeof ValidationRule>

/**
 * What is offered as an answer before anybody types: a fact of the person's record to staff; an answer of the sender's own
 * earlier form; the children whom the sender named in earlier forms or may see.
 */
export const Prefill = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('person'), fact: PersonFact }),
  z.strictObject({ from: z.literal('child') }),
  z.strictObject({ from: z.literal('form'), code: FormCode, questionId: QuestionId }),
])

/** The most rules of one question. */
export const mostRules = 20

/** What every question of every type has. */
export const questionParts = {
  id: QuestionId,
  wording: Text,
  help: Text.optional(),
  required: z.boolean(),
  /** The question is asked only where this holds. */
  showIf: Condition.optional(),
  /** An answer is required where this holds, even when `required` is false. */
  requiredIf: Condition.optional(),
  rules: z.array(ValidationRule).max(mostRules).optional(),
  prefill: Prefill.optional(),
  /** The answer tells of a parent or carer of the child, whose family and contacts an officer keeps by it. */
  tellsOf: z.literal('carer').optional(),
  /** Where it was taken from the question bank. */
  bank: BankTie.optional(),
}

/** Something to mend in an answer: the sentence is shown in the summary and beside the (part of the) question. */
export type Problem = { questionId: QuestionId; part?: string; message: string }

/** What validation must know besides the answer: the language of its sentences and today's date. */
export type ValidationContext = { language: Language; today: PlainDate }

/** Reads one posted field of a plain HTML form: `''` when it was not sent. */
export type ReadField = (name: string) => string

/** One of the values between which an answer chooses. */
export type FactOption = { value: string; label: Text }

/**
 * What conditions and formulas can ask of an answer: its value of one type, or undefined while there is none (not
 * answered, or typed so that it makes no sense). `presence` can only be asked whether it is there.
 */
export type Fact<Answer> = { words?: string } & (
  | { type: 'text'; read: (answer: Answer) => string | undefined }
  | { type: 'number'; read: (answer: Answer) => number | undefined }
  | { type: 'date'; read: (answer: Answer) => PlainDate | undefined }
  | { type: 'choice'; options: FactOption[]; read: (answer: Answer) => string | undefined }
  | { type: 'choices'; options: FactOption[]; read: (answer: Answer) => string[] | undefined }
  | { type: 'presence'; read: (answer: Answer) => true | undefined }
)

/**
 * The facts of an answer by the name of its part, `''` for the answer as a whole. `words` names a part in English, as
 * in “the date of birth in ‘Who is the child?’”.
 */
export type Facts<Answer> = ReadonlyMap<string, Fact<Answer>>

/**
 * The behaviour of one question type: how a posted page becomes an answer as typed, what is wrong with
 * it, how it is shown, and what conditions can ask of it. Answers keep what was typed; only validation says whether
 * it will do.
 */
export type QuestionModel<Question, Answer> = {
  emptyAnswer: () => Answer
  isEmpty: (answer: Answer) => boolean
  read: (question: Question, readField: ReadField) => Answer
  validate: (question: Question, answer: Answer, context: ValidationContext) => Problem[]
  display: (question: Question, answer: Answer, language: Language) => string
  facts: (question: Question) => Facts<Answer>
}

import { z } from 'zod'
import type { Language } from '../../texts/language.ts'
import { assertNever } from '../../values/assert-never.ts'
import { Calculated, CalculatedAnswer, calculatedModel } from './calculated.ts'
import { ChildDetails, ChildDetailsAnswer, childDetailsModel } from './child-details.ts'
import { DateAnswer, DateQuestion, dateModel } from './date.ts'
import { FileAnswer, FileQuestion, fileModel } from './file.ts'
import { LongText, LongTextAnswer, longTextModel } from './long-text.ts'
import type { Fact, Facts, Problem, QuestionModel, ReadField, ValidationContext } from './question-parts.ts'
import { ShortText, ShortTextAnswer, shortTextModel } from './short-text.ts'
import { SingleChoice, SingleChoiceAnswer, singleChoiceModel } from './single-choice.ts'
import { WholeNumber, WholeNumberAnswer, wholeNumberModel } from './whole-number.ts'
import { YesNo, YesNoAnswer, yesNoModel } from './yes-no.ts'

export const Question = z.discriminatedUnion('type', [
  ShortText,
  LongText,
  DateQuestion,
  YesNo,
  SingleChoice,
  WholeNumber,
  FileQuestion,
  ChildDetails,
  Calculated,
])
export type Question = z.infer<typeof Question>
export type QuestionType = Question['type']
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>

/** The answer of each type, as typed. */
export const answerOf = {
  shortText: ShortTextAnswer,
  longText: LongTextAnswer,
  date: DateAnswer,
  yesNo: YesNoAnswer,
  singleChoice: SingleChoiceAnswer,
  wholeNumber: WholeNumberAnswer,
  file: FileAnswer,
  childDetails: ChildDetailsAnswer,
  calculated: CalculatedAnswer,
} satisfies Record<QuestionType, z.ZodType>
export type AnswerOf<Type extends QuestionType> = z.infer<(typeof answerOf)[Type]>
export type Answer = AnswerOf<QuestionType>

const models = {
  shortText: shortTextModel,
  longText: longTextModel,
  date: dateModel,
  yesNo: yesNoModel,
  singleChoice: singleChoiceModel,
  wholeNumber: wholeNumberModel,
  file: fileModel,
  childDetails: childDetailsModel,
  calculated: calculatedModel,
} satisfies { [Type in QuestionType]: QuestionModel<QuestionOf<Type>, AnswerOf<Type>> }

export const questionTypes = Object.keys(models) as QuestionType[]

type Behaviour = {
  emptyAnswer: () => Answer
  isEmpty: (answer: unknown) => boolean
  read: (readField: ReadField) => Answer
  validate: (answer: unknown, context: ValidationContext) => Problem[]
  display: (answer: unknown, language: Language) => string
  facts: Facts<unknown>
}

/** The behaviour of a question's type, bound to the question; an answer of another shape counts as empty. */
export function behaviourOf(question: Question): Behaviour {
  switch (question.type) {
    case 'shortText':
      return bind(question, models.shortText, answerOf.shortText)
    case 'longText':
      return bind(question, models.longText, answerOf.longText)
    case 'date':
      return bind(question, models.date, answerOf.date)
    case 'yesNo':
      return bind(question, models.yesNo, answerOf.yesNo)
    case 'singleChoice':
      return bind(question, models.singleChoice, answerOf.singleChoice)
    case 'wholeNumber':
      return bind(question, models.wholeNumber, answerOf.wholeNumber)
    case 'file':
      return bind(question, models.file, answerOf.file)
    case 'childDetails':
      return bind(question, models.childDetails, answerOf.childDetails)
    case 'calculated':
      return bind(question, models.calculated, answerOf.calculated)
    default:
      return assertNever(question)
  }
}

function bind<Q extends Question, A extends Answer>(
  question: Q,
  model: QuestionModel<Q, A>,
  schema: z.ZodType<A>,
): Behaviour {
  const asAnswer = (answer: unknown): A => {
    const parsed = schema.safeParse(answer)
    return parsed.success ? parsed.data : model.emptyAnswer()
  }
  return {
    emptyAnswer: model.emptyAnswer,
    isEmpty: (answer) => model.isEmpty(asAnswer(answer)),
    read: (readField) => model.read(question, readField),
    validate: (answer, context) => model.validate(question, asAnswer(answer), context),
    display: (answer, language) => model.display(question, asAnswer(answer), language),
    get facts() {
      return bindFacts(model.facts(question), asAnswer)
    },
  }
}

function bindFacts<A extends Answer>(facts: Facts<A>, asAnswer: (answer: unknown) => A): Facts<unknown> {
  const bound = Array.from(facts, ([part, fact]): [string, Fact<unknown>] => {
    const read = (answer: unknown) => fact.read(asAnswer(answer))
    // The reader gives what the type of its fact says; TypeScript cannot follow the pair through the spread.
    return [part, { ...fact, read } as Fact<unknown>]
  })
  return new Map(bound)
}

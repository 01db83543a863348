import { z } from 'zod'
import type { Language } from '../../texts/language.ts'
import { addressModel } from './address.ts'
import { Calculated, CalculatedAnswer, calculatedModel } from './calculated.ts'
import { ChildDetails, ChildDetailsAnswer, childDetailsModel } from './child-details.ts'
import { contactDetailsModel } from './contact-details.ts'
import { dateModel } from './date.ts'
import { decimalModel } from './decimal.ts'
import { Declaration, DeclarationAnswer, declarationModel } from './declaration.ts'
import { emailModel } from './email.ts'
import { FileAnswer, FileQuestion, fileModel } from './file.ts'
import { SimpleQuestion, simpleAnswers } from './group-member.ts'
import { Group, GroupAnswer, fitsGroup, makeGroupModel, validateGroup } from './group.ts'
import type { AskMember } from './group.ts'
import { guidanceModel } from './guidance.ts'
import { longTextModel } from './long-text.ts'
import { lookupModel } from './lookup.ts'
import { moneyModel } from './money.ts'
import { multipleChoiceModel } from './multiple-choice.ts'
import { nhsNumberModel } from './nhs-number.ts'
import { partialDateModel } from './partial-date.ts'
import { personNameModel } from './person-name.ts'
import { phoneModel } from './phone.ts'
import type { Fact, Facts, Problem, QuestionModel, ReadField, ValidationContext } from './question-parts.ts'
import { shortTextModel } from './short-text.ts'
import { singleChoiceModel } from './single-choice.ts'
import { recordModel } from './staff-lookups.ts'
import { timeModel } from './time.ts'
import { upnModel } from './upn.ts'
import { wholeNumberModel } from './whole-number.ts'
import { yesNoModel } from './yes-no.ts'

export const Question = z.discriminatedUnion('type', [
  ...SimpleQuestion.options,
  FileQuestion,
  ChildDetails,
  Declaration,
  Calculated,
  Group,
])
export type Question = z.infer<typeof Question>
export type QuestionType = Question['type']
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>

/** The answer of each type, as typed. */
export const answerOf = {
  ...simpleAnswers,
  file: FileAnswer,
  childDetails: ChildDetailsAnswer,
  declaration: DeclarationAnswer,
  calculated: CalculatedAnswer,
  group: GroupAnswer,
} satisfies Record<QuestionType, z.ZodType>
export type AnswerOf<Type extends QuestionType> = z.infer<(typeof answerOf)[Type]>
export type Answer = AnswerOf<QuestionType>

const models = {
  shortText: shortTextModel,
  longText: longTextModel,
  guidance: guidanceModel,
  yesNo: yesNoModel,
  singleChoice: singleChoiceModel,
  multipleChoice: multipleChoiceModel,
  lookup: lookupModel,
  wholeNumber: wholeNumberModel,
  decimal: decimalModel,
  money: moneyModel,
  date: dateModel,
  partialDate: partialDateModel,
  time: timeModel,
  childDetails: childDetailsModel,
  personName: personNameModel,
  address: addressModel,
  contactDetails: contactDetailsModel,
  email: emailModel,
  phone: phoneModel,
  nhsNumber: nhsNumberModel,
  upn: upnModel,
  file: fileModel,
  declaration: declarationModel,
  calculated: calculatedModel,
  group: makeGroupModel(behaviourOf),
  personLookup: recordModel,
  baseLookup: recordModel,
  staffLookup: recordModel,
} satisfies { [Type in QuestionType]: QuestionModel<QuestionOf<Type>, AnswerOf<Type>> }

/** All types in the order in which the builder offers them. */
export const questionTypes = Object.keys(models) as QuestionType[]

/** The types that search the authority's own records: no form of a portal may hold one. */
const staffOnlyTypes = ['personLookup', 'baseLookup', 'staffLookup'] as const satisfies QuestionType[]
export type StaffQuestionType = (typeof staffOnlyTypes)[number]
export type PortalQuestionType = Exclude<QuestionType, StaffQuestionType>

/** Whether only staff may be asked a question of this type. */
export function isStaffOnly(type: QuestionType): type is StaffQuestionType {
  return (staffOnlyTypes as readonly QuestionType[]).includes(type)
}

type Behaviour = {
  emptyAnswer: () => Answer
  isEmpty: (answer: unknown) => boolean
  /** The answer where it has the shape of the question, else undefined. */
  parse: (answer: unknown) => Answer | undefined
  read: (readField: ReadField) => Answer
  validate: (answer: unknown, context: ValidationContext) => Problem[]
  display: (answer: unknown, language: Language) => string
  facts: Facts<unknown>
}

/** The behaviour of a question's type, bound to the question; an answer of another shape counts as empty. */
export function behaviourOf(question: Question): Behaviour {
  // The maps pair each type with its model and answer; TypeScript cannot follow the pair through an index.
  const model = models[question.type] as unknown as QuestionModel<Question, Answer>
  const asAnswer = (answer: unknown): Answer => parseAnswer(question, answer) ?? model.emptyAnswer()
  return {
    emptyAnswer: model.emptyAnswer,
    isEmpty: (answer) => model.isEmpty(asAnswer(answer)),
    parse: (answer) => parseAnswer(question, answer),
    read: (readField) => model.read(question, readField),
    validate: (answer, context) => model.validate(question, asAnswer(answer), context),
    display: (answer, language) => model.display(question, asAnswer(answer), language),
    get facts() {
      return bindFacts(model.facts(question), asAnswer)
    },
  }
}

function bindFacts(facts: Facts<Answer>, asAnswer: (answer: unknown) => Answer): Facts<unknown> {
  const bound = Array.from(facts, ([part, fact]): [string, Fact<unknown>] => {
    const read = (answer: unknown) => fact.read(asAnswer(answer))
    // The reader gives what the type of its fact says; TypeScript cannot follow the pair through the spread.
    return [part, { ...fact, read } as Fact<unknown>]
  })
  return new Map(bound)
}

function parseAnswer(question: Question, answer: unknown): Answer | undefined {
  if (question.type !== 'group') return answerOf[question.type].safeParse(answer).data
  const items = answerOf.group.safeParse(answer)
  return items.success && fitsGroup(question, items.data, behaviourOf) ? items.data : undefined
}

/** What is wrong with the answer of a group whose questions follow from answers: each item is asked as it is there. */
export function validateAskedGroup(
  group: Group,
  answer: unknown,
  context: ValidationContext & { ask: AskMember },
): Problem[] {
  const items = (parseAnswer(group, answer) as GroupAnswer | undefined) ?? []
  return validateGroup(group, items, { ...context, behaviourOf })
}

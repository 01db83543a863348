import { z } from 'zod'
import { Text } from '../../texts/language.ts'
import { Address, AddressAnswer } from './address.ts'
import { ContactDetails, ContactDetailsAnswer } from './contact-details.ts'
import { DateAnswer, DateQuestion } from './date.ts'
import { Decimal, DecimalAnswer } from './decimal.ts'
import { Email, EmailAnswer } from './email.ts'
import { Guidance, GuidanceAnswer } from './guidance.ts'
import { LongText, LongTextAnswer } from './long-text.ts'
import { Lookup, LookupAnswer } from './lookup.ts'
import { Money, MoneyAnswer } from './money.ts'
import { MultipleChoice, MultipleChoiceAnswer } from './multiple-choice.ts'
import { NhsNumber, NhsNumberAnswer } from './nhs-number.ts'
import { PartialDate, PartialDateAnswer } from './partial-date.ts'
import { PersonName, PersonNameAnswer } from './person-name.ts'
import { Phone, PhoneAnswer } from './phone.ts'
import { questionParts } from './question-parts.ts'
import { ShortText, ShortTextAnswer } from './short-text.ts'
import { SingleChoice, SingleChoiceAnswer } from './single-choice.ts'
import { BaseLookup, PersonLookup, RecordAnswer, StaffLookup } from './staff-lookups.ts'
import { TimeAnswer, TimeQuestion } from './time.ts'
import { Upn, UpnAnswer } from './upn.ts'
import { WholeNumber, WholeNumberAnswer } from './whole-number.ts'
import { YesNo, YesNoAnswer } from './yes-no.ts'

/**
 * The questions that can be asked again and again in a group. Files are uploaded apart, a form is about one
 * child, and somebody signs once: those three stand on a page alone.
 */
export const SimpleQuestion = z.discriminatedUnion('type', [
  Guidance,
  ShortText,
  LongText,
  DateQuestion,
  PartialDate,
  TimeQuestion,
  YesNo,
  SingleChoice,
  MultipleChoice,
  Lookup,
  WholeNumber,
  Decimal,
  Money,
  PersonName,
  Address,
  ContactDetails,
  Email,
  Phone,
  NhsNumber,
  Upn,
  PersonLookup,
  BaseLookup,
  StaffLookup,
])
export type SimpleQuestion = z.infer<typeof SimpleQuestion>

/** The answers of those questions, each as typed. */
export const simpleAnswers = {
  guidance: GuidanceAnswer,
  shortText: ShortTextAnswer,
  longText: LongTextAnswer,
  date: DateAnswer,
  partialDate: PartialDateAnswer,
  time: TimeAnswer,
  yesNo: YesNoAnswer,
  singleChoice: SingleChoiceAnswer,
  multipleChoice: MultipleChoiceAnswer,
  lookup: LookupAnswer,
  wholeNumber: WholeNumberAnswer,
  decimal: DecimalAnswer,
  money: MoneyAnswer,
  personName: PersonNameAnswer,
  address: AddressAnswer,
  contactDetails: ContactDetailsAnswer,
  email: EmailAnswer,
  phone: PhoneAnswer,
  nhsNumber: NhsNumberAnswer,
  upn: UpnAnswer,
  personLookup: RecordAnswer,
  baseLookup: RecordAnswer,
  staffLookup: RecordAnswer,
} satisfies Record<SimpleQuestion['type'], z.ZodType>

/** The most items of a group, and the most questions of one item. */
export const mostItems = 50
export const mostGroupQuestions = 30

/** What every group has besides the questions that it repeats. */
export const groupParts = {
  ...questionParts,
  type: z.literal('group'),
  /** What one item is called, such as “Brother or sister”. */
  itemLabel: Text,
  min: z.int().min(0).max(mostItems),
  max: z.int().min(1).max(mostItems),
}

/** A group within a group: it holds no further one. */
export const InnerGroup = z.strictObject({
  ...groupParts,
  questions: z.array(SimpleQuestion).max(mostGroupQuestions),
})

export const GroupMember = z.discriminatedUnion('type', [...SimpleQuestion.options, InnerGroup])
export type GroupMember = z.infer<typeof GroupMember>
